package tacit.runtime.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorOutputTest {

    @Test
    void keepsTheBeginAndReadsTheRest() throws Exception {
        InputStream in = new ByteArrayInputStream("cluck ".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        ErrorOutput output = new ErrorOutput(in);

        output.run();

        assertThat(output.text()).startsWith("cluck cluck").hasSize(8_192);
        assertThat(in.available()).isZero();
    }

    @Test
    void keepsWhatCameBeforeThePipeBroke() {
        InputStream begin = new ByteArrayInputStream(new byte[] {'c', 'c', 'c'});
        ErrorOutput output = new ErrorOutput(new SequenceInputStream(begin, new BrokenStream()));

        output.run();

        assertThat(output.text()).isEqualTo("ccc");
    }

    /** A pipe that breaks. */
    private static final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("broken");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("broken");
        }
    }
}
