package tacit.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.channel.Signing;

class SignaturesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String BODY = "{\"test\": 2432232314}";

    private static final Signing STANDARD = new Signing(
            "HmacSHA256",
            Signing.Encoding.BASE64,
            "webhook-signature",
            "v1,",
            "webhook-id",
            "webhook-timestamp",
            "{id}.{timestamp}.{body}");

    private static final Signing GITHUB =
            new Signing("HmacSHA256", Signing.Encoding.HEX, "x-hub-signature-256", "sha256=", null, null, "{body}");

    private final Signatures standard = with(STANDARD, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static Signatures with(Signing signing, String secret) {
        return new Signatures(signing, Secret.find("secret", "", "S", Map.of("S", secret)));
    }

    private SortedMap<String, String> signed() {
        return standard.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", NOW, BODY);
    }

    private @Nullable String refusal(Map<String, String> headers, String body) {
        return standard.refusal(headers::get, body, NOW, TOLERANCE);
    }

    @Test
    void signsAsTheStandardShows() {
        assertThat(signed())
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsAsGitHubShows() {
        assertThat(with(GITHUB, "It's a Secret to Everybody").headers("", NOW, "Hello, World!"))
                .containsOnly(Map.entry(
                        "x-hub-signature-256",
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
    }

    @Test
    void believesWhatItSigned() {
        assertThat(refusal(signed(), BODY)).isNull();
    }

    @Test
    void believesOneOfSeveralSignatures() {
        Map<String, String> headers = signed();
        headers.merge("webhook-signature", "v1,b2xkIGtleQ==", (right, old) -> old + " " + right);

        assertThat(refusal(headers, BODY)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id, msg_other",
        "webhook-timestamp, 1614265331",
        "webhook-signature, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF='",
        "webhook-signature, 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
        "webhook-signature, g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    })
    void believesNothingThatWasChanged(String header, String value) {
        Map<String, String> headers = signed();
        headers.put(header, value);

        assertThat(refusal(headers, BODY)).isEqualTo("The signature does not fit");
        assertThat(refusal(signed(), BODY + " ")).isEqualTo("The signature does not fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void believesNothingWithoutAllHeaders(String header) {
        Map<String, String> headers = signed();
        headers.remove(header);

        assertThat(refusal(headers, BODY)).startsWith("The header " + header + " must ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.1", "a b", "a\nb"})
    void believesNoIdThatCouldMoveParts(String id) {
        Map<String, String> headers = standard.headers(id, NOW, BODY);

        assertThat(refusal(headers, BODY)).startsWith("The header webhook-id must have 1 to 256");
    }

    @Test
    void believesNoIdWithoutAnEnd() {
        assertThat(refusal(standard.headers("a".repeat(256), NOW, BODY), BODY)).isNull();
        assertThat(refusal(standard.headers("a".repeat(257), NOW, BODY), BODY)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "300, true", "301, false"})
    void believesOnlyWhatWasSignedJustNow(long seconds, boolean believed) {
        Map<String, String> headers = standard.headers("id", NOW.plusSeconds(seconds), BODY);

        assertThat(refusal(headers, BODY) == null).isEqualTo(believed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "-1", "1e9", "99999999999999999999", " 1614265330"})
    void believesNoTimeThatIsNone(String time) {
        Map<String, String> headers = signed();
        headers.put("webhook-timestamp", time);

        assertThat(refusal(headers, BODY)).startsWith("The header webhook-timestamp must be a time within 300 s");
    }

    @Test
    void takesPartsForWhatTheyAreWhateverStandsInThem() {
        String tricky = "{id}.{timestamp}.{body} $1 \\";
        Map<String, String> headers = new TreeMap<>(standard.headers("id", NOW, tricky));

        assertThat(refusal(headers, tricky)).isNull();
        assertThat(refusal(headers, tricky.replace("{id}", "id"))).isEqualTo("The signature does not fit");
    }

    @Test
    void refusesASecretThatIsNotWhatItSaysWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(STANDARD, "whsec_not base64!"))
                .withMessage("secret must be Base64 after whsec_")
                .withNoCause();
    }
}
