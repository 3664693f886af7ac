package tacit.runtime.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final long TOKEN = 4711;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Wire wire(byte[]... frames) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.write(ByteBuffer.allocate(Long.BYTES).putLong(TOKEN).array());
        for (byte[] frame : frames) {
            sent.write(frame);
        }
        return Wire.open(new ByteArrayInputStream(sent.toByteArray()), written);
    }

    private static byte[] frame(long token, int sequence, int length, byte... body) {
        return ByteBuffer.allocate(16 + body.length)
                .putLong(token)
                .putInt(sequence)
                .putInt(length)
                .put(body)
                .array();
    }

    @Test
    void readsWhatTheHostSends() throws Exception {
        Frame frame = wire(frame(TOKEN, 7, 2, (byte) 1, (byte) 2)).read();

        assertThat(frame.sequence()).isEqualTo(7);
        assertThat(frame.body()).containsExactly(1, 2);
    }

    @Test
    void writesTheTokenTheSequenceAndTheBody() throws Exception {
        wire().write(new Frame(7, new byte[] {1, 2}));

        assertThat(written.toByteArray()).isEqualTo(frame(TOKEN, 7, 2, (byte) 1, (byte) 2));
    }

    @Test
    void refusesARequestThatSomebodyElseHasReadFrom() throws Exception {
        Wire wire = wire(frame(TOKEN + 1, 7, 1, (byte) 1));

        assertThatThrownBy(wire::read)
                .isInstanceOf(StreamCorruptedException.class)
                .hasMessage("Cannot read a request: somebody else read from the pipe");
    }

    @Test
    void refusesARequestWithoutBody() throws Exception {
        Wire wire = wire(frame(TOKEN, 7, 0));

        assertThatThrownBy(wire::read).hasMessage("Cannot read a request of 0 bytes");
    }

    @Test
    void seesTheEndOfTheHost() throws Exception {
        assertThatThrownBy(wire()::read).isInstanceOf(EOFException.class);
    }
}
