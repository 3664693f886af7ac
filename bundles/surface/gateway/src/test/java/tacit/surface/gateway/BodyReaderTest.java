package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tacit.api.http.HttpProblem;

class BodyReaderTest {

    private final TickingClock clock = new TickingClock();
    private final BodyReader bodies = new BodyReader(clock, Duration.ofSeconds(60));

    @Test
    void cutsOffABodyThatDripsForTooLong() {
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                clock.now = clock.now.plusSeconds(1);
                return 'a';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> bodies.read(dripping, false, 1_000_000))
                .isInstanceOf(HttpProblem.class)
                .hasMessage("The body did not arrive within 60 s")
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(408);
        assertThat(clock.now).isEqualTo(Instant.EPOCH.plusSeconds(61));
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        byte[] body = "abcd".getBytes(StandardCharsets.UTF_8);

        assertThat(bodies.read(new ByteArrayInputStream(body), false, 4)).isEqualTo(body);
        assertThatThrownBy(() -> bodies.read(new ByteArrayInputStream(body), false, 3))
                .hasMessage("The body must have at most 3 bytes after unpacking");
    }

    @Test
    void saysThatAConnectionBroke() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset by secret.host");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> bodies.read(broken, false, 10)).hasMessage("The body could not be read to its end");
    }

    private static final class TickingClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
