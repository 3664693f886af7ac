package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;

class FingerprintTest {

    private static final String SAID = "agent-1|*|awareness_signal|hook|Files changed|{}";

    @Test
    void sg01IsTheBeginningOfSha256OverWhatIsSaid() {
        assertThat(Fingerprint.of(
                        "agent-1", null, SignalFamily.AWARENESS_SIGNAL, SignalSource.HOOK, "Files changed", Map.of()))
                .isEqualTo("839629c0d0ee60dd8ca281cbcbb7b7497f42bf9a");
    }

    @Test
    void sg01IsNotTheSha1OfIt() throws Exception {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(SAID.getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(sha1)).isEqualTo("a459101cdb681b8ffdaedac00a5d2a75251ec1cf");
        assertThat(Fingerprint.digest(SAID)).isEqualTo("839629c0d0ee60dd8ca281cbcbb7b7497f42bf9a");
    }

    @Test
    void doesNotDependOnTheOrderOfAPayload() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("b", "2");
        one.put("a", "1");

        assertThat(Fingerprint.json(one)).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(Fingerprint.payload(Fingerprint.json(one))).isEqualTo(one);
    }
}
