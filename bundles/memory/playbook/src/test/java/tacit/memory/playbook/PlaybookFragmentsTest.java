package tacit.memory.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.playbook.Playbooks.ANYBODY;

import java.util.List;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.PlaybookEntry;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

final class PlaybookFragmentsTest {

    @EachDatabase
    void saysWhatWorkedWithStepsToolsAndLesson(Database database) {
        Playbooks books = new Playbooks(database);
        PlaybookEntry entry = books.worked("Deploy the website");

        List<ContextFragment> fragments = fragments(books, "deploy the website");

        assertThat(fragments).singleElement().satisfies(fragment -> {
            assertThat(fragment.text())
                    .isEqualTo(
                            "[Playbook] Worked: Deploy the website. Steps: look around; do it. Tools: shell, git_commit."
                                    + " Lesson: Look before you leap. 1 of 1 went well, 67 % to expect");
            assertThat(fragment.relevance()).isEqualTo(0.77);
            assertThat(fragment.confidence()).isEqualTo(0.85);
            assertThat(fragment.section()).isEqualTo("playbook");
            assertThat(fragment.updatedAt()).isEqualTo(entry.updatedAt());
            assertThat(fragment.memoryIds()).containsExactly(entry.id());
        });
    }

    @EachDatabase
    void saysAtMostFiveAndTheSameGoalOnce(Database database) {
        Playbooks books = new Playbooks(database);
        for (int i = 0; i < 7; i++) {
            books.worked("Deploy the website number" + i);
            books.worked("Deploy the website");
        }

        List<ContextFragment> fragments = fragments(books, "deploy the website");

        assertThat(fragments).hasSize(5);
        assertThat(fragments).extracting(ContextFragment::text).doesNotHaveDuplicates();
    }

    @EachDatabase
    void saysNothingWhenNothingIsRelevant(Database database) {
        Playbooks books = new Playbooks(database);
        books.worked("Deploy the website");

        assertThat(fragments(books, "water the plants")).isEmpty();
    }

    private static List<ContextFragment> fragments(Playbooks books, String task) {
        return books.fragments.fragments(new ContextRequest("w1", task, ANYBODY, books.clock.instant(), 20));
    }
}
