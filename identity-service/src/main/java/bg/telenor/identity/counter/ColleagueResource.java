package bg.telenor.identity.counter;

import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator says who works for it, so that clerks do not look up their colleagues unseen. */
@Path("/v1/employees")
@Tag(name = "oversight")
class ColleagueResource {

    private static final int MOST = 15_000;

    @Schema(
            name = "EmployeeList",
            examples =
                    """
                    {"employees": [{"type": "EGN", "value": "3021011000"}]}\
                    """)
    record ListEmployees(@NotNull @Size(max = MOST) List<@NotNull PersonalNumber> employees) {

        @Override
        public String toString() {
            return "ListEmployees(masked)";
        }
    }

    /** How many different persons are on the list now. */
    @Schema(name = "EmployeeListView", examples = "{\"listed\": 1}")
    record ListView(int listed) {}

    private final Colleagues colleagues;

    ColleagueResource(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @PUT
    @PermissionsAllowed("employees.write")
    @Operation(
            operationId = "listEmployees",
            summary = "Say who works for the operator; the list takes the place of the one before")
    @APIResponse(responseCode = "200", description = "Only references of them are kept")
    public ListView replace(@Valid @NotNull ListEmployees body) {
        return new ListView(colleagues.replace(body.employees()));
    }
}
