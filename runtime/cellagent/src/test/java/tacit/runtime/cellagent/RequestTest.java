package tacit.runtime.cellagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;

class RequestTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private void texts(String... texts) throws IOException {
        for (String text : texts) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(encoded.length);
            out.write(encoded);
        }
    }

    @Test
    void readsASituation() throws Exception {
        texts("fox", "bark(String)", "[\"\u00e9\"]");
        out.writeLong(12);
        out.writeInt(34);
        out.writeLong(-5);
        out.writeInt(1);
        texts("hen", "cluck()", "[]", "null");

        Situation read = new Request(bytes.toByteArray()).situation();

        assertThat(read)
                .isEqualTo(new Situation(
                        "fox",
                        "bark(String)",
                        "[\"\u00e9\"]",
                        Instant.ofEpochSecond(12, 34),
                        -5,
                        List.of(new InnerCall("hen", "cluck()", "[]", "null"))));
    }

    @Test
    void readsACandidate() throws Exception {
        texts("jar");
        out.writeInt(1);
        texts("pid");
        out.writeInt(1);
        texts("key", "value");
        out.writeInt(1);
        texts("role");
        out.writeInt(0);
        out.writeInt(99);

        Candidate read = new Request(bytes.toByteArray()).candidate();

        assertThat(read.jar()).asString(StandardCharsets.UTF_8).isEqualTo("jar");
        assertThat(read.configurations()).isEqualTo(Map.of("pid", Map.of("key", "value")));
        assertThat(read.roles()).containsExactly("role");
        assertThat(read.targets()).isEmpty();
        assertThat(read.longestAnswer()).isEqualTo(99);
    }

    @Test
    void refusesAHalfRequest() throws Exception {
        texts("fox");

        assertThatThrownBy(() -> new Request(bytes.toByteArray()).situation()).isInstanceOf(EOFException.class);
    }
}
