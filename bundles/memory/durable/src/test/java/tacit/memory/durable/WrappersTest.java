package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory_recall",
                "compaction_summary",
                "shared_context",
                "user_profile",
                "structured_memory",
                "recall_hints",
                "memory_context",
                "cowork_hot_memory",
                "cowork_structured_memory"
            })
    void dc01LeavesOutWhatAMemoryPutBeforeTheWords(String tag) {
        assertThat(Wrappers.without("<" + tag + ">\n- rows\n</" + tag + ">\nWhere?")
                        .strip())
                .isEqualTo("Where?");
        assertThat(Wrappers.without("<" + tag + " id=\"1\">- rows</" + tag + ">"))
                .isBlank();
    }

    @Test
    void leavesOutSeveralOneBehindTheOther() {
        assertThat(Wrappers.without(" <MEMORY_RECALL>a</memory_recall>\n<user_profile>b</USER_PROFILE >\nWhere?")
                        .strip())
                .isEqualTo("Where?");
    }

    @Test
    void leavesOutAllOfAWrapperThatIsNotClosed() {
        assertThat(Wrappers.without("<memory_recall>\n- rows\nWhere?")).isEmpty();
    }

    @Test
    void keepsWhatOnlySpeaksOfAWrapper() {
        String asked = "What does <memory_recall> mean? </memory_recall>";

        assertThat(Wrappers.without(asked)).isEqualTo(asked);
        assertThat(Wrappers.without("<memory_recaller>x</memory_recaller>")).startsWith("<memory_recaller>");
        assertThat(Wrappers.without("<div>x</div>")).isEqualTo("<div>x</div>");
    }

    @Test
    void readsTheWordsOfSummaries() {
        assertThat(Wrappers.summaries("<compaction_summary>a\n b</compaction_summary> x <compaction_summary>c"))
                .containsExactly("a b", "c");
        assertThat(Wrappers.summaries("no summary")).isEmpty();
    }

    @Test
    void takesTheTagFromASummary() {
        assertThat(Wrappers.bare("<compaction_summary at=\"noon\">\n They  met\n</compaction_summary>"))
                .isEqualTo("They met");
        assertThat(Wrappers.bare(" They\nmet ")).isEqualTo("They met");
    }
}
