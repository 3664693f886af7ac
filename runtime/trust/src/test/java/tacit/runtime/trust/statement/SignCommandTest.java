package tacit.runtime.trust.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.trust.Digest;
import tacit.runtime.trust.Jars;

class SignCommandTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @TempDir
    Path trust;

    private final byte[] jar = Jars.sound().bytes();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeJar() throws IOException {
        Files.write(folder.resolve("hen.jar"), jar);
    }

    @Test
    void makesAKeyForItsOwnerOnly() throws IOException {
        assertThat(sign("--new-key", "ann.key")).isEqualTo(Command.OK);

        Path file = folder.resolve("ann.key");
        assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("ann.pub")).isNotEmptyFile();
        assertThat(text(out)).contains("Made key " + SigningKey.read(file).keyId());
    }

    @Test
    void namesAKeyByTheHashOfItsPublicHalf() throws IOException {
        sign("--new-key", "ann.key");

        byte[] encoded = Pem.decode(Files.readString(folder.resolve("ann.pub")));

        assertThat(SigningKey.read(folder.resolve("ann.key")).keyId())
                .isEqualTo(Digest.of(encoded).substring(0, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann.key", "ann.pub"})
    void neverOverwritesAKey(String existing) throws IOException {
        Files.writeString(folder.resolve(existing), "precious");

        assertThat(sign("--new-key", "ann.key")).isEqualTo(Command.FAILED);

        assertThat(folder.resolve(existing)).hasContent("precious");
        assertThat(text(err)).contains("a key is never overwritten");
    }

    @Test
    void signsWhatAPinnedKeyThenVouchesFor() throws IOException {
        sign("--new-key", "ann.key");
        Keys.pin(folder, trust, "ann");

        assertThat(sign("hen.jar", "--key", "ann.key", "--not-after", "2027-01-31"))
                .isEqualTo(Command.OK);

        String statement = Files.readString(folder.resolve("hen.jar.statement"));
        assertThat(new StatementPolicy(trust, true, NOON)
                        .judge(Keys.facts(jar), Digest.of(jar), statement, Moment.ACTIVATION)
                        .refusals())
                .isEmpty();
        assertThat(text(out))
                .contains("bundle     hen.templates 1.0.0", "sha256     " + Digest.of(jar))
                .contains("role       failure-template", "not after  2027-01-31");
    }

    @Test
    void vouchesForAnyRoleWhenAsked() throws IOException {
        sign("--new-key", "ann.key");

        assertThat(sign("hen.jar", "--role", "*", "--key", "ann.key")).isEqualTo(Command.OK);

        assertThat(text(out)).contains("role       *", "not after  for ever");
        assertThat(Files.readString(folder.resolve("hen.jar.statement"))).contains("\"notAfter\" : null");
    }

    @Test
    void asksWhichRoleOfSeveral() throws IOException {
        sign("--new-key", "ann.key");
        Files.write(
                folder.resolve("two.jar"),
                Jars.sound().provider("guard", Runnable.class, "hen.Guard").bytes());

        assertThat(sign("two.jar", "--key", "ann.key")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("fills the roles failure-template, guard: say --role '*'");
        assertThat(sign("two.jar", "--key", "ann.key", "--role", "guard")).isEqualTo(Command.FAILED);
        assertThat(sign("two.jar", "--key", "ann.key", "--role", "*")).isEqualTo(Command.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "hen.jar --key ann.key --role guard, --role must be * or the role of the jar",
        "hen.jar --key ann.key --not-after 2026-02-28, --not-after must not have passed",
        "hen.jar --key ann.key --not-after soon, --not-after must be a day",
        "hen.jar --key ann.key --not-after, --not-after must be followed by a value",
        "hen.jar --key ann.key other.jar, Cannot take 'other.jar'",
        "hen.jar --key ann.key --force, Cannot take '--force'",
        "hen.jar, sign needs a jar and a key",
        "--key ann.key, sign needs a jar and a key",
        "hen.jar --new-key bob.key, sign needs a jar and a key",
        "'', sign needs a jar and a key",
        "--new-key bob, The name of a key must end with .key",
        "--new-key absent/bob.key, Cannot write key",
        "absent.jar --key ann.key, Cannot read",
        "hen.jar --key absent.key, Cannot read key",
        "hen.jar --key broken.key, Cannot use key",
        "ann.key --key ann.key, It is not a jar"
    })
    void saysWhyItDoesNotSign(String arguments, String complaint) throws IOException {
        sign("--new-key", "ann.key");
        Files.writeString(folder.resolve("broken.key"), "AAAA");

        int code = sign(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(code).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains(complaint);
        assertThat(folder.resolve("hen.jar.statement")).doesNotExist();
    }

    @Test
    void refusesHalvesOfTwoKeys() throws IOException {
        sign("--new-key", "ann.key");
        sign("--new-key", "bob.key");
        Files.delete(folder.resolve("ann.pub"));
        Files.move(folder.resolve("bob.pub"), folder.resolve("ann.pub"));

        assertThat(sign("hen.jar", "--key", "ann.key")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("are not halves of one key");
    }

    @Test
    void refusesABundleWhoseRoleIsNone() throws IOException {
        sign("--new-key", "ann.key");
        Files.write(
                folder.resolve("odd.jar"),
                Jars.bare().provider("No Role", Runnable.class, "hen.A").bytes());

        assertThat(sign("odd.jar", "--key", "ann.key")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("is not the name of one");
    }

    @Test
    void saysWhatItTakes() {
        SignCommand command = new SignCommand(NOON);

        assertThat(command.name()).isEqualTo("sign");
        assertThat(command.usage()).contains("--new-key NAME.key").contains("--not-after");
    }

    private int sign(String... arguments) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                100,
                folder);
        return new SignCommand(NOON).run(List.of(arguments), console);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
