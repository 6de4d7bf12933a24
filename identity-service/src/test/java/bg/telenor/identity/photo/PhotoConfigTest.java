package bg.telenor.identity.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PhotoConfigTest {

    @Test
    void showsAPhotoThreeTimesAndReadsItWithinTwoSeconds() {
        var config = TestPhotoConfig.defaults();

        assertThat(config.views()).isEqualTo(3);
        assertThat(config.wantedFor()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.pixels()).isEqualTo(4_000_000);
        assertThat(config.readWithin()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void takesOtherLimits() {
        assertThat(TestPhotoConfig.with("suite.photos.views", "1").views()).isEqualTo(1);
    }
}
