package tacit.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void keepsItsBytesWhenTheCallerChangesTheirs() throws IOException {
        byte[] bytes = {1, 2};
        Reply reply = Reply.bytes(200, "application/octet-stream", bytes);
        bytes[0] = 9;

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reply.body().writeTo(out);

        assertThat(out.toByteArray()).containsExactly(1, 2);
    }

    @Test
    void refusesAProblemThatIsNone() {
        assertThatThrownBy(() -> new HttpProblem(200, "fine")).hasMessage("status must be in [400, 599], got 200");
    }
}
