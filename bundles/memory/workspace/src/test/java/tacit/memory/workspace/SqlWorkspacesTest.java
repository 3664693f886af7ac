package tacit.memory.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlWorkspacesTest {

    @TempDir
    Path temporary;

    private SqlWorkspaces workspaces;
    private Path home;

    @BeforeEach
    void open(Database database) throws IOException {
        workspaces = new SqlWorkspaces(database);
        home = temporary.toRealPath();
    }

    @Test
    void keepsWhatWasAttached(Database database) throws IOException {
        workspaces.attach("b", folder("two"));
        workspaces.attach("a", folder("one"));

        SqlWorkspaces again = new SqlWorkspaces(database);

        assertThat(again.list()).containsExactly("a", "b");
        assertThat(again.folder("a")).contains(home.resolve("one").toString());
        assertThat(again.folder("c")).isEmpty();
    }

    @Test
    void takesANewFolderInPlaceOfTheFormerOne() throws IOException {
        workspaces.attach("a", folder("one"));
        workspaces.attach("a", folder("two"));

        assertThat(workspaces.folder("a")).contains(home.resolve("two").toString());
        assertThat(workspaces.list()).containsExactly("a");
    }

    @Test
    void takesTheSameFolderAgain() throws IOException {
        workspaces.attach("a", folder("one"));
        workspaces.attach("a", folder("one"));

        assertThat(workspaces.list()).containsExactly("a");
    }

    @Test
    void resolvesALinkOnceAndForAll() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), Path.of(folder("one")));

        workspaces.attach("a", link.toString());

        assertThat(workspaces.folder("a")).contains(home.resolve("one").toString());
    }

    @Test
    void refusesAFolderThatAnotherWorkspaceCanSee() throws IOException {
        workspaces.attach("a", folder("one/inner"));

        for (String taken : new String[] {"one", "one/inner", "one/inner/most"}) {
            String folder = folder(taken);
            assertThatThrownBy(() -> workspaces.attach("b", folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must not be shared");
        }
        assertThat(workspaces.list()).containsExactly("a");
    }

    @Test
    void takesAFolderWhoseNameOnlyBeginsAlike() throws IOException {
        workspaces.attach("a", folder("one"));
        workspaces.attach("b", folder("one-more"));

        assertThat(workspaces.list()).containsExactly("a", "b");
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        for (String folder :
                new String[] {file.toString(), home.resolve("nowhere").toString(), "one", "", "/", "/one\0"}) {
            assertThatThrownBy(() -> workspaces.attach("a", folder)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(workspaces.list()).isEmpty();
    }

    @Test
    void refusesAWorkspaceWithoutAName() throws IOException {
        String folder = folder("one");

        assertThatThrownBy(() -> workspaces.attach(" ", folder)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> workspaces.attach("x".repeat(201), folder))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void detachesAndLeavesTheFolderToOthers() throws IOException {
        workspaces.attach("a", folder("one"));

        assertThat(workspaces.detach("a")).isTrue();
        assertThat(workspaces.detach("a")).isFalse();

        workspaces.attach("b", folder("one"));
        assertThat(workspaces.list()).containsExactly("b");
    }

    private String folder(String name) throws IOException {
        return Files.createDirectories(home.resolve(name)).toString();
    }
}
