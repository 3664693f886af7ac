package tacit.memory.recall.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tacit.memory.recall.feed.Runs.START;
import static tacit.memory.recall.feed.Runs.chat;
import static tacit.memory.recall.feed.Runs.messages;
import static tacit.memory.recall.feed.Runs.recorded;
import static tacit.memory.recall.feed.Runs.tool;
import static tacit.memory.recall.feed.Runs.trace;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

class TraceDocumentsTest {

    private static List<SearchDocument> of(RecordedTrace trace, String type) {
        return TraceDocuments.of(trace).stream()
                .filter(document -> document.type().equals(type))
                .toList();
    }

    @Test
    void tellsWhoSaidWhatInItsOrderAndOnce() {
        RecordedTrace trace = recorded(
                trace("t", "ada"),
                chat("c1", 1, messages("system", "Be kind", "user", "Where is it?"), messages("assistant", "Wait")),
                tool("x1", 3, "{}", "42 rows"),
                chat(
                        "c2",
                        5,
                        messages("user", "Where is it?", "assistant", "Wait", "tool", "42 rows"),
                        messages("assistant", "In Rome")));

        assertThat(of(trace, "message"))
                .extracting(SearchDocument::speaker, SearchDocument::text, SearchDocument::lane)
                .containsExactly(
                        tuple("user", "Where is it?", TrustLane.STATEMENT),
                        tuple("assistant", "Wait", TrustLane.INFERENCE),
                        tuple("read_file", "42 rows", TrustLane.FOREIGN),
                        tuple("assistant", "In Rome", TrustLane.INFERENCE));
    }

    @Test
    void keepsWhatWasReallySaidTwice() {
        RecordedTrace trace = recorded(
                trace("t", null), chat("c", 1, messages("user", "yes", "assistant", "sure?", "user", "yes"), null));

        assertThat(of(trace, "message")).extracting(SearchDocument::text).containsExactly("yes", "sure?", "yes");
        assertThat(of(trace, "message")).extracting(SearchDocument::id).doesNotHaveDuplicates();
    }

    @Test
    void aMessageKeepsItsIdWhileTheRunGrows() {
        Span later = chat("c2", 5, messages("user", "Second"), null);
        Span earlier = chat("c1", 1, messages("user", "First"), null);

        String before = of(recorded(trace("t", null), later), "message").get(0).id();
        List<SearchDocument> after = of(recorded(trace("t", null), later, earlier), "message");

        assertThat(after.get(1).id()).isEqualTo(before);
        assertThat(after).extracting(SearchDocument::position).containsExactly(at(0), at(1));
    }

    private static long at(int place) {
        return START.toEpochMilli() + place;
    }

    @Test
    void isForItsUserAlone() {
        List<SearchDocument> documents =
                TraceDocuments.of(recorded(trace("t", "ada"), chat("c", 1, messages("user", "Hi"), null)));

        assertThat(documents).isNotEmpty().allSatisfy(document -> {
            assertThat(document.userId()).isEqualTo("ada");
            assertThat(document.visibility()).isEqualTo(Visibility.PRIVATE);
        });
    }

    @Test
    void tellsTheTaskWithItsResult() {
        RecordedTrace trace = recorded(
                trace("t", null), chat("c", 1, messages("user", "Count\\nthe orders"), messages("assistant", "12")));

        SearchDocument task = of(trace, "task").get(0);

        assertThat(task.id()).isEqualTo("task:t");
        assertThat(task.title()).isEqualTo("Count");
        assertThat(task.text()).isEqualTo("Count\nthe orders\n12");
        assertThat(task.attributes()).containsEntry("trace", "t").containsEntry("agent", "clerk");
    }

    @Test
    void tellsEachFileOfItsToolsOnce() {
        RecordedTrace trace = recorded(
                trace("t", null),
                tool("x1", 1, "{\"path\":\"src/Deploy.java\",\"line\":3}", "a"),
                tool("x2", 2, "{\"filePath\":\"src/Deploy.java\"}", "b"),
                tool("x3", 3, "no arguments", "c"));

        assertThat(of(trace, "file"))
                .extracting(
                        SearchDocument::title, document -> document.attributes().get("tool"))
                .containsExactly(tuple("src/Deploy.java", "read_file"));
        assertThat(of(trace, "file").get(0).text()).contains("Deploy java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain words",
                "[{\"role\":\"user\",\"content\":\"Plain words\"}]",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Plain words\"}]}]}",
                "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Plain words\"}]}",
                "[\"Plain words\"]"
            })
    void readsMessagesInEachForm(String input) {
        assertThat(of(recorded(trace("t", null), chat("c", 1, input, null)), "message"))
                .extracting(SearchDocument::speaker, SearchDocument::text)
                .containsExactly(tuple("user", "Plain words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Attribute.OWN_RUN, Attribute.INJECTED})
    void passesOverWhatTacitDidItself(String mark) {
        RecordedTrace trace = recorded(
                trace("t", null).toBuilder().attributes(Map.of(mark, true)).build(), chat("c", 1, "Work", "Done"));

        assertThat(TraceDocuments.of(trace)).isEmpty();
    }

    @Test
    void passesOverWhatTacitPutIntoAPrompt() {
        Span injected = chat("c", 1, "Remember this", null).toBuilder()
                .attributes(Map.of(Attribute.INJECTED, true))
                .build();

        assertThat(TraceDocuments.of(recorded(trace("t", null), injected))).isEmpty();
    }

    @Test
    void passesOverWhatWasTakenBack() {
        String stone = "[deleted sha256:" + "0".repeat(64) + "]";

        assertThat(TraceDocuments.of(recorded(trace("t", null), chat("c", 1, stone, messages("assistant", stone)))))
                .isEmpty();
    }

    @Test
    void cutsWhatIsVeryLong() {
        RecordedTrace trace = recorded(trace("t", null), chat("c", 1, "x".repeat(20_000), null));

        assertThat(of(trace, "message").get(0).text()).hasSize(8_000);
    }
}
