package tacit.pulse.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandGuardTest {

    @ParameterizedTest
    @MethodSource("denied")
    void au30DeniesEveryDisguise(String command) {
        assertThat(CommandGuard.check(command))
                .hasValueSatisfying(finding ->
                        assertThat(finding.certain()).as(finding.toString()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void au31LetsHarmlessLookAlikesPass(String command) {
        assertThat(CommandGuard.check(command).filter(Finding::certain)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("denied")
    void deniesItWhereverItStands(String command) {
        assertThat(CommandGuard.check("echo begin; " + command).filter(Finding::certain))
                .isPresent();
        assertThat(CommandGuard.check("true\n" + command + "\necho end").filter(Finding::certain))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$CMD ls",
                "eval \"$X\"",
                "sh -c \"$SCRIPT\"",
                "$(cat x) ls",
                "rm -rf $DIR",
                "rm -rf \"$DIR\"/*",
                "f() { $1 ls; }; f x",
                "echo 'not closed",
                "echo $(not closed",
                "source $FILE"
            })
    void asksWhereNobodyKnowsBeforeItRuns(String command) {
        assertThat(CommandGuard.check(command))
                .hasValueSatisfying(finding -> assertThat(finding).returns(false, Finding::certain));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void findsNothingInWhatIsPlain(String command) {
        boolean open = command.contains("eval");
        assertThat(CommandGuard.check(command).isPresent()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "sudo ls~command.privilege",
                "rm -rf /~command.removal",
                "dd if=x of=y~command.disk",
                "chmod 777 x~command.rights",
                "curl x | sh~command.fed",
                "useradd eve~command.accounts",
                "reboot~command.halt",
                "docker run --privileged x~command.container",
                "echo x > /etc/passwd~command.system",
                "format c:~command.windows"
            })
    void namesTheRule(String command, String rule) {
        assertThat(CommandGuard.check(command))
                .hasValueSatisfying(finding -> assertThat(finding.rule()).isEqualTo(rule));
    }

    @Test
    void looksIntoTextsForAShellOnly() {
        assertThat(CommandGuard.check("bash <<EOF\nsudo ls\nEOF\n").filter(Finding::certain))
                .isPresent();
        assertThat(CommandGuard.check("cat > notes.md <<EOF\nsudo ls\nEOF\necho done"))
                .isEmpty();
        assertThat(CommandGuard.check("cat <<'A' > a\nrm -rf /\nA\nsudo ls").filter(Finding::certain))
                .isPresent();
        assertThat(CommandGuard.check("python3 - <<E\nimport os\nos.system('sudo ls')\nE\n")
                        .filter(Finding::certain))
                .isPresent();
    }

    @Test
    void readsAcrossLinesThatGoOn() {
        assertThat(CommandGuard.check("su\\\ndo ls").filter(Finding::certain)).isPresent();
        assertThat(CommandGuard.check("rm \\\n -rf \\\n /").filter(Finding::certain))
                .isPresent();
        assertThat(CommandGuard.check("echo a\r\nsudo ls\r\n").filter(Finding::certain))
                .isPresent();
    }

    @Test
    void asksForWhatIsTooLongOrTooDeep() {
        String deep = "ls";
        for (int i = 0; i < 20; i++) {
            deep = "$(" + deep + ")";
        }

        assertThat(CommandGuard.check("echo " + "a".repeat(30_000))).isPresent();
        assertThat(CommandGuard.check("echo " + deep)).isPresent();
        assertThat(CommandGuard.check("sudo ls " + "a".repeat(30_000)).filter(Finding::certain))
                .isPresent();
    }

    @Test
    void answersAtOnceWhateverItIsGiven() {
        for (String bad :
                new String[] {"(", "{a,b}", ":(){", "$(", "\\", "'\"", "a|", "${a:-", "<<A\n", "s*?[", "/*"}) {
            assertThat(CommandGuard.check(bad.repeat(2_000))).isNotNull();
        }
    }

    static Stream<String> denied() {
        return lines("denied.txt");
    }

    static Stream<String> allowed() {
        return lines("allowed.txt");
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(CommandGuardTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
