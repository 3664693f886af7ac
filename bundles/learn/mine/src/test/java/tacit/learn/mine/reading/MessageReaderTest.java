package tacit.learn.mine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private final MessageReader reader = new MessageReader();

    @Test
    void readsMessagesWithTheirParts() {
        String recorded = "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be brief\"}]},"
                + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello\"},"
                + "{\"type\":\"text\",\"content\":\"there\"}]}]";

        List<Message> messages = reader.read(recorded, "user");

        assertThat(messages).extracting(Message::role).containsExactly("system", "user");
        assertThat(messages.get(1).text()).isEqualTo("Hello\nthere");
    }

    @Test
    void readsTheCallsThatAModelAskedFor() {
        String recorded = "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"name\":\"lookup\","
                + "\"arguments\":{\"id\":7}}]}]";

        assertThat(reader.read(recorded, "assistant").get(0).calls())
                .containsExactly(new ToolCall("lookup", "{\"id\":7}"));
    }

    @Test
    void readsCallsInTheOlderForm() {
        String recorded = "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"function\":"
                + "{\"name\":\"lookup\",\"arguments\":\"{}\"}}]}";

        assertThat(reader.read(recorded, "assistant").get(0).calls()).containsExactly(new ToolCall("lookup", "{}"));
    }

    @Test
    void readsMessagesInsideARequest() {
        String recorded = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]}]}";

        assertThat(reader.read(recorded, "user").get(0).text()).isEqualTo("Hi");
    }

    @Test
    void takesOtherTextAsOneMessage() {
        assertThat(reader.read("{not json", "user")).containsExactly(new Message("user", "{not json", List.of()));
        assertThat(reader.read("[1, 2]", "user")).containsExactly(new Message("user", "[1, 2]", List.of()));
    }

    @Test
    void readsLinesOfMessagesThatWereCutOff() {
        String recorded = "[{\"role\":\"user\",\"parts\":[{\"content\":\"one\\ntwo \\\"three\\\"";

        assertThat(reader.read(recorded, "user").get(0).text()).endsWith("one\ntwo \"three\"");
    }

    @Test
    void readsNothingWhereNothingWasRecorded() {
        assertThat(reader.read(null, "user")).isEmpty();
        assertThat(reader.read("  ", "user")).isEmpty();
    }
}
