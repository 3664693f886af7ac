package tacit.bench.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tacit.api.recall.SearchDocument;
import tacit.bench.recall.Dialogue;
import tacit.bench.recall.LabelledQuestion;
import tacit.memory.words.Terms;

final class InventedTalkTest {

    private final List<Dialogue> dialogues = new InventedTalk().dialogues(6, 7);

    @Test
    void makesLongConversationsOfManySessions() {
        assertThat(dialogues).allSatisfy(dialogue -> {
            assertThat(dialogue.turns()).hasSizeGreaterThan(300);
            assertThat(dialogue.turns().stream().map(SearchDocument::group).distinct())
                    .hasSizeGreaterThan(10);
        });
        assertThat(dialogues.stream()
                        .mapToInt(dialogue -> dialogue.questions().size())
                        .sum())
                .isGreaterThan(400);
    }

    @Test
    void labelsEachQuestionWithTurnsThatExist() {
        for (Dialogue dialogue : dialogues) {
            Set<String> ids = dialogue.turns().stream().map(SearchDocument::id).collect(Collectors.toSet());

            assertThat(ids).hasSameSizeAs(dialogue.turns());
            assertThat(dialogue.questions())
                    .allSatisfy(question -> assertThat(ids).containsAll(question.evidence()));
        }
    }

    @Test
    void leavesNoPlaceUnfilled() {
        assertThat(dialogues.get(0).turns())
                .noneSatisfy(turn -> assertThat(turn.text()).contains("{"));
        assertThat(dialogues.get(0).questions())
                .noneSatisfy(asked -> assertThat(asked.text()).contains("{"));
    }

    @Test
    void asksQuestionsOfEveryKind() {
        assertThat(dialogues.get(0).questions().stream().map(LabelledQuestion::category))
                .contains(1, 2, 4, 5);
    }

    @Test
    void asksOftenInOtherWordsThanTheAnswer() {
        Dialogue dialogue = dialogues.get(0);
        long other = dialogue.questions().stream()
                .filter(question -> shared(dialogue, question) <= 1)
                .count();

        assertThat((double) other / dialogue.questions().size()).isGreaterThan(0.5);
    }

    private static int shared(Dialogue dialogue, LabelledQuestion question) {
        Set<String> words = new HashSet<>(Terms.ofQuery(question.text()));
        Set<String> answer = dialogue.turns().stream()
                .filter(turn -> question.evidence().contains(turn.id()))
                .flatMap(turn -> Terms.of(turn.text()).stream())
                .collect(Collectors.toSet());
        words.retainAll(answer);
        return words.size();
    }

    @Test
    void makesTheSameTalkOfTheSameSeed() {
        assertThat(new InventedTalk().dialogues(1, 7)).isEqualTo(new InventedTalk().dialogues(1, 7));
        assertThat(new InventedTalk().dialogues(1, 8)).isNotEqualTo(new InventedTalk().dialogues(1, 7));
    }
}
