package bg.telenor.identity.kycmatch;

import bg.telenor.identity.domain.KycAttribute;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * Per claimed attribute whether it is the known one; what was not claimed is left out.
 *
 * @param likenesses from 0 to 100, of what is available
 * @param scores whether a wrong value's likeness is told
 */
@Schema(
        name = "KycMatch",
        type = SchemaType.OBJECT,
        examples = KycMatchView.EXAMPLE,
        properties = {
            @SchemaProperty(name = "idDocumentMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "idDocumentTypeMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "idDocumentExpiryDateMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "bankAccountNumberMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(name = "nameMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "nameMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "givenNameMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "givenNameMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "familyNameMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "familyNameMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(
                    name = "nameKanaHankakuMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "nameKanaHankakuMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(
                    name = "nameKanaZenkakuMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "nameKanaZenkakuMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "middleNamesMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "middleNamesMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(
                    name = "familyNameAtBirthMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "familyNameAtBirthMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "addressMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "addressMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "streetNameMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "streetNameMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "streetNumberMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "streetNumberMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "postalCodeMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(name = "regionMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "regionMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "localityMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "localityMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "countryMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "houseNumberExtensionMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(name = "birthdateMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(name = "emailMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "emailMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(name = "genderMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(name = "cityOfBirthMatch", implementation = KycMatchView.Result.class),
            @SchemaProperty(
                    name = "cityOfBirthMatchScore",
                    type = SchemaType.INTEGER,
                    minimum = "0",
                    maximum = "99"),
            @SchemaProperty(
                    name = "countryOfBirthMatch",
                    implementation = KycMatchView.Result.class),
            @SchemaProperty(name = "nationalityMatch", implementation = KycMatchView.Result.class)
        })
record KycMatchView(
        @JsonIgnore Set<KycAttribute> claimed,
        @JsonIgnore Map<KycAttribute, Integer> likenesses,
        @JsonIgnore boolean scores) {

    static final String EXAMPLE =
            """
            {
              "givenNameMatch": "true",
              "familyNameMatch": "false",
              "familyNameMatchScore": 92,
              "birthdateMatch": "true",
              "emailMatch": "not_available"
            }\
            """;

    private static final int THE_SAME = 100;

    /** Whether a claimed value is the known one. */
    @Schema(name = "KycMatchResult")
    enum Result {
        @JsonProperty("true")
        TRUE,
        @JsonProperty("false")
        FALSE,
        /**
         * Not held, not agreed, not consented to, or guessed at too often: nobody can tell which.
         */
        @JsonProperty("not_available")
        NOT_AVAILABLE
    }

    @JsonAnyGetter
    Map<String, Object> answer() {
        var answer = new LinkedHashMap<String, Object>();
        claimed.stream().sorted().forEach(attribute -> answer.putAll(answer(attribute)));
        return answer;
    }

    private Map<String, Object> answer(KycAttribute attribute) {
        var match = attribute.camaraName() + "Match";
        var likeness = likenesses.get(attribute);
        if (likeness == null) {
            return Map.of(match, Result.NOT_AVAILABLE);
        }
        if (likeness == THE_SAME) {
            return Map.of(match, Result.TRUE);
        }
        return scores && attribute.isScored()
                ? Map.of(match, Result.FALSE, match + "Score", likeness)
                : Map.of(match, Result.FALSE);
    }
}
