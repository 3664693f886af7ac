package tacit.surface.shell.attached;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTest {

    private final Completions completions = new Completions(
            name -> name.equals("token") ? Optional.of(new Commands()) : Optional.empty(), CompletionsTest::ids);

    @Test
    void completesNamesOfCommandsWithTheirScopeAndWithout() {
        assertThat(completions.of("clu")).containsExactly("cluster", "clusters");
        assertThat(completions.of("tacit:clu")).containsExactly("tacit:cluster", "tacit:clusters");
        assertThat(completions.of("scr:")).contains("scr:list");
        assertThat(completions.of("")).hasSizeGreaterThan(80);
    }

    @Test
    void completesVerbsAndOptionsOfACommand() {
        assertThat(completions.of("tacit:token ")).containsExactly("create", "list", "revoke");
        assertThat(completions.of("token re")).containsExactly("revoke");
        assertThat(completions.of("token create ann --r")).containsExactly("--role");
        assertThat(completions.of("token -")).containsExactly("--json", "--role");
    }

    @Test
    void completesWhatIsThereNow() {
        assertThat(completions.of("cluster c-1")).containsExactly("c-1", "c-10");
        assertThat(completions.of("settings ")).containsExactly("a.B", "a.C");
        assertThat(completions.of("settings a.B ")).containsExactly("limit");
    }

    @Test
    void answersNothingForWhatItDoesNotKnow() {
        assertThat(completions.of("nothing ")).isEmpty();
        assertThat(completions.of("nothing --")).isEmpty();
        assertThat(completions.of("zzz")).isEmpty();
    }

    @Test
    void answersTwoHundredAtMost() {
        Completions many = new Completions(name -> Optional.empty(), (command, words) -> IntStream.range(0, 5_000)
                .mapToObj(i -> "id" + i)
                .toList());

        assertThat(many.of("trace ")).hasSize(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                " create NAME, revoke NAME = create revoke",
                "list, create NAME or revoke NAME = create list revoke",
                " ID [run|approve|canary] = approve canary run",
                " show, allow, deny ID, earned = allow deny earned show",
                " questions, name NAME, forget ID = forget name questions",
                "a proposer, or look; all unless told = look",
                "rows to show = ''"
            })
    void readsVerbsOutOfDescriptions(String description, String verbs) {
        assertThat(String.join(" ", Vocabulary.verbs(description))).isEqualTo(verbs);
    }

    private static List<String> ids(String command, List<String> words) {
        return switch (command) {
            case "cluster" -> List.of("c-1", "c-10", "c-2");
            case "settings" -> words.isEmpty() ? List.of("a.B", "a.C") : List.of("limit");
            default -> List.of();
        };
    }

    /** Described as commands are. */
    public static final class Commands {

        @Descriptor("lists tokens, or makes or ends one: create NAME, revoke NAME")
        public void token(
                @Descriptor("a role") @Parameter(names = "--role", absentValue = "agent") String role,
                @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                        boolean json,
                @Descriptor("list, create NAME or revoke NAME") String... words) {
            assertThat(List.of(words)).doesNotContain(role, String.valueOf(json));
        }
    }
}
