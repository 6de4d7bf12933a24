package bg.telenor.identity.kycmatch;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells a partner that spent its budget when there is a new one. */
class BudgetHeader {

    private static final int TOO_MANY_REQUESTS = 429;

    private final KycBudgets budgets;

    BudgetHeader(KycBudgets budgets) {
        this.budgets = budgets;
    }

    @ServerResponseFilter
    void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == TOO_MANY_REQUESTS
                && request.getUriInfo().getPath().startsWith(KycMatchResource.PATH)) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.RETRY_AFTER,
                            budgets.untilTomorrow().plusSeconds(1).toSeconds());
        }
    }
}
