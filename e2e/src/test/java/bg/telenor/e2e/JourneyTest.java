package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.e2e.Visit.Post;
import bg.telenor.launcher.demo.Demo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the suite is for, over its public APIs. */
@Order(1)
class JourneyTest {

    static Stream<List<Post>> orders() {
        var orders = new ArrayList<List<Post>>();
        for (var first : Post.values()) {
            for (var second : Post.values()) {
                for (var third : Post.values()) {
                    if (first != second && second != third && first != third) {
                        orders.add(List.of(first, second, third));
                    }
                }
            }
        }
        return orders.stream();
    }

    @Test
    void theDemoPassesAllItsSteps() {
        var suite = RunningSuite.get();

        boolean passed = new Demo(suite.place.ports().base(), suite.tokens::of).run();

        assertThat(passed).isTrue();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aShopPostsInAnyOrder(List<Post> order) {
        var visit = Visit.begins();

        var paths = new EnumMap<Post, String>(Post.class);
        order.forEach(post -> paths.put(post, visit.post(post)));

        paths.forEach(visit::awaitEnd);
        assertThat(visit.servedBy()).isEqualTo("TELENOR");
    }

    @ParameterizedTest
    @EnumSource(Post.class)
    void theSameRequestTwentyTimesAtOnceMakesOneThing(Post post) throws Exception {
        var visit = Visit.begins();
        var shop = visit.service(post);
        var key = UUID.randomUUID().toString();
        var calls = new ArrayList<Callable<Http.Answer>>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> visit.post(shop, post, key));
        }

        var made = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var answer : threads.invokeAll(calls)) {
                if (answer.get().status() == 409) {
                    assertThat(answer.get().body().path("code").asText())
                            .isEqualTo("REQUEST_RUNNING");
                } else {
                    assertThat(answer.get().status()).isBetween(200, 202);
                    made.add(answer.get().body().path("id").asText());
                }
            }
        }

        var again = visit.post(shop, post, key);
        made.add(again.body().path("id").asText());
        assertThat(again.status()).isBetween(200, 202);
        assertThat(made).hasSize(1);
    }
}
