package tacit.memory.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Workspaces;

class ExternalsTest {

    private final Externals externals = new Externals();

    @Test
    void callsAWorkspaceAsItsFolder() {
        externals.workspaces = new OneFolder();

        assertThat(externals.name("w1")).isEqualTo("Team Space");
        assertThat(externals.name("w2")).isEqualTo("w2");
    }

    @Test
    void callsAWorkspaceByItsIdWhereNobodyKnowsFolders() {
        assertThat(externals.name("w1")).isEqualTo("w1");
    }

    @Test
    void answersOneThatIsOnOnly() {
        FakeMemory far = new FakeMemory("far");
        externals.addMemory(far);
        assertThat(externals.on("far")).isSameAs(far);

        far.on = false;

        assertThatIllegalArgumentException().isThrownBy(() -> externals.on("far"));
        assertThatIllegalArgumentException().isThrownBy(() -> externals.on(null));
        assertThat(externals.find("far")).contains(far);
        assertThat(externals.find(null)).isEmpty();
    }

    @Test
    void tellsTextsApartByTheirDigests() {
        assertThat(Digest.of("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.of("a", 8)).hasSize(8).isNotEqualTo(Digest.of("b", 8));
    }

    /** The folder of one workspace. */
    private static final class OneFolder implements Workspaces {

        @Override
        public void attach(String workspaceId, String folder) {
            throw new UnsupportedOperationException("No folder is attached here");
        }

        @Override
        public boolean detach(String workspaceId) {
            throw new UnsupportedOperationException("No folder is attached here");
        }

        @Override
        public Optional<String> folder(String workspaceId) {
            return Optional.of("/home/ada/Team Space").filter(folder -> workspaceId.equals("w1"));
        }

        @Override
        public List<String> list() {
            return List.of("w1");
        }
    }
}
