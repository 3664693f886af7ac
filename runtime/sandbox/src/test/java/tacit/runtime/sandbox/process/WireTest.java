package tacit.runtime.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final long TOKEN = 4711;
    private static final int MAX = 8;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private Wire wire() {
        return new Wire(new ByteArrayInputStream(received.toByteArray()), sent, TOKEN, MAX);
    }

    private void receive(long token, int sequence, int length, byte... body) throws IOException {
        received.write(ByteBuffer.allocate(16 + body.length)
                .putLong(token)
                .putInt(sequence)
                .putInt(length)
                .put(body)
                .array());
    }

    private void refuses() {
        assertThatThrownBy(() -> wire().exchange(new byte[] {1})).isInstanceOf(StreamCorruptedException.class);
    }

    @Test
    void tellsTheTokenFirst() throws Exception {
        receive(TOKEN, 0, 1, (byte) 1);

        assertThat(wire().greet()).containsExactly(1);
        assertThat(ByteBuffer.wrap(sent.toByteArray()).getLong()).isEqualTo(TOKEN);
    }

    @Test
    void numbersItsRequests() throws Exception {
        receive(TOKEN, 1, 1, (byte) 5);
        receive(TOKEN, 2, 1, (byte) 6);
        Wire wire = wire();

        assertThat(wire.exchange(new byte[] {1})).containsExactly(5);
        assertThat(wire.exchange(new byte[] {1})).containsExactly(6);
    }

    @Test
    void refusesTextInPlaceOfAFrame() throws Exception {
        received.write("something that was printed".getBytes(StandardCharsets.UTF_8));

        refuses();
    }

    @Test
    void refusesALittleTextBeforeAFrame() throws Exception {
        received.write('!');
        receive(TOKEN, 1, 1, (byte) 1);

        refuses();
    }

    @Test
    void refusesTheAnswerToAnotherRequest() throws Exception {
        receive(TOKEN, 2, 1, (byte) 1);

        refuses();
    }

    @Test
    void refusesAnAnswerThatIsTooLong() throws Exception {
        receive(TOKEN, 1, MAX + 1, new byte[MAX + 1]);

        refuses();
    }

    @Test
    void refusesANegativeLength() throws Exception {
        receive(TOKEN, 1, -1);

        refuses();
    }

    @Test
    void seesTheEndOfTheProcess() throws Exception {
        receive(TOKEN, 1, 2, (byte) 1);

        assertThatThrownBy(() -> wire().exchange(new byte[] {1})).isInstanceOf(EOFException.class);
    }
}
