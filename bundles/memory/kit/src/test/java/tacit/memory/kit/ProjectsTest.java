package tacit.memory.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {

    @TempDir
    Path root;

    @Test
    void showsTheTwoProjectsThatATaskIsMostAbout() {
        KitFolder folder = folder().with(".cowork/projects/harbour/CONTEXT.md", "Ships and cranes")
                .with(".cowork/projects/ferry/CONTEXT.md", "Ferry timetable between harbour and island")
                .with(".cowork/projects/garden/CONTEXT.md", "The harbour garden")
                .with(".cowork/projects/kitchen/CONTEXT.md", "Soup");

        assertThat(folder.context("Update the ferry timetable of the harbour"))
                .containsSubsequence("Project ferry", "Project harbour")
                .doesNotContain("garden")
                .doesNotContain("kitchen");
    }

    @Test
    void showsNoneThatATaskIsNotAbout() {
        assertThat(folder().with(".cowork/projects/kitchen/CONTEXT.md", "Soup").context("Count errors"))
                .isEmpty();
    }

    @Test
    void refusesARoleThatIsDenied() {
        guarded("## Allow\n- writer\n- all\n\n## Deny\n- `Clerk`\n");

        assertThat(as("clerk")).isEmpty();
        assertThat(as("writer")).contains("Soup");
    }

    @Test
    void refusesARoleThatIsNotNamedWhereSomeAre() {
        guarded("## Allow\n- writer\n");

        assertThat(as("clerk")).isEmpty();
        assertThat(as("writer")).contains("Soup");
        assertThat(as(null)).contains("Soup");
    }

    @Test
    void refusesEverybodyWhereAllAreDenied() {
        guarded("## Deny\n- all\n");

        assertThat(as("clerk")).isEmpty();
    }

    @Test
    void admitsEverybodyWithoutRules() {
        guarded("Nobody was named.\n");

        assertThat(as("clerk")).contains("Soup");
    }

    @Test
    void refusesWhereTheRulesCannotBeRead() throws Exception {
        guarded("");
        java.nio.file.Files.write(
                root.resolve(".cowork/projects/kitchen/ACCESS.md"), new byte[(int) (33L * 1024 * 1024)]);

        assertThat(as("clerk")).isEmpty();
    }

    private void guarded(String rules) {
        folder().with(".cowork/projects/kitchen/CONTEXT.md", "Soup").with(".cowork/projects/kitchen/ACCESS.md", rules);
    }

    private String as(@Nullable String role) {
        return folder().kit().context(KitFolder.request("Work on the kitchen", role));
    }

    private KitFolder folder() {
        return KitFolder.in(root);
    }
}
