package tacit.learn.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.api.learn.Signature;

class TitleTest {

    @Test
    void saysWhatFailsWhere() {
        Signature signature = new Signature("execute_tool", "lookup", "tool_error", "No field <text> in <n>", "last");

        assertThat(Title.of(signature)).isEqualTo("Tool error in lookup: No field … in …");
    }

    @Test
    void endsALongMessageBehindAWord() {
        Signature signature = new Signature("chat", null, "error_span", "seven letters ".repeat(20), "last");

        assertThat(Title.of(signature)).endsWith("letters…").hasSizeLessThanOrEqualTo(97);
    }

    @Test
    void namesTheKindWhereThereIsNoMessage() {
        assertThat(Title.of(new Signature("trace", null, "repeated_call", "", "whole")))
                .isEqualTo("Repeated call");
    }
}
