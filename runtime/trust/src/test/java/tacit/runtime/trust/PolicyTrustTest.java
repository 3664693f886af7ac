package tacit.runtime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.learn.FailureTemplates;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.BundleTrust.Moment;
import tacit.api.trust.Examination;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.TestFramework;

class PolicyTrustTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private PolicyTrust trust;

    @BeforeEach
    void open() {
        trust = new PolicyTrust(NOON, FixedConfig.in(data));
    }

    @Test
    void trustsASoundBundle() {
        byte[] jar = Jars.sound().bytes();

        Examination examination = trust.examine(jar, null, Moment.ACTIVATION);

        assertThat(examination.refusals()).isEmpty();
        assertThat(examination.trusted()).isTrue();
        assertThat(examination.sha256()).isEqualTo(Digest.of(jar));
        assertThat(examination.keyId()).isNull();
        assertThat(examination.facts().symbolicName()).isEqualTo("hen.templates");
        assertThat(examination.facts().roles()).isEqualTo(Map.of(Jars.ROLE, FailureTemplates.class.getName()));
    }

    @Test
    void judgesTheStatementOfAKnownJarAnew() throws IOException {
        byte[] jar = Jars.sound().bytes();
        Examination first = trust.examine(jar, null, Moment.ACTIVATION);

        Files.createDirectories(data.resolve("trust"));
        Files.writeString(data.resolve("trust/revoked"), first.sha256() + "\n");
        Examination second = trust.examine(jar, null, Moment.ACTIVATION);

        assertThat(first.trusted()).isTrue();
        assertThat(second.facts()).isEqualTo(first.facts());
        assertThat(second.refusals()).containsExactly("Its hash " + first.sha256() + " is revoked");
    }

    @Test
    void readsAJarAgainThatWasRefused() {
        byte[] refused = Jars.sound().header("Export-Package", "hen.templates").bytes();

        Examination first = trust.examine(refused, null, Moment.ACTIVATION);

        assertThat(first.trusted()).isFalse();
        assertThat(trust.examine(refused, null, Moment.ACTIVATION)).isEqualTo(first);
    }

    @Test
    void refusesBytesThatAreNoBundleWithoutThrowing() {
        Examination examination = trust.examine(new byte[] {1, 2, 3}, null, Moment.START);

        assertThat(examination.facts()).isNull();
        assertThat(examination.trusted()).isFalse();
        assertThat(examination.refusals()).containsExactly("It is not a jar: it does not begin as a zip file does");
    }

    @Test
    void neverThrowsWhateverIsCutOff() {
        byte[] jar = Jars.sound().bytes();
        for (int length = 0; length < jar.length; length++) {
            assertThat(trust.examine(Arrays.copyOf(jar, length), null, Moment.ACTIVATION)
                            .trusted())
                    .as("%s bytes", length)
                    .isFalse();
        }
    }

    @Test
    void neverThrowsWhateverIsChanged() {
        byte[] jar = Jars.sound().bytes();
        for (int at = 0; at < jar.length; at++) {
            byte[] changed = jar.clone();
            changed[at] ^= 0x55;
            assertThatCode(() -> trust.examine(changed, null, Moment.ACTIVATION))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        byte[] jar = Jars.doing("System.exit(1); return message;")
                .header("Export-Package", "hen")
                .header("Require-Bundle", "tacit.api")
                .bytes();

        assertThat(trust.examine(jar, "{}", Moment.ACTIVATION).refusals()).hasSize(4);
    }

    @Test
    void saysItsPolicy() {
        assertThat(trust.policy())
                .contains("trust=hash")
                .contains("classes=refuse")
                .contains("tacit.api.*");
        assertThat(new PolicyTrust(
                                NOON, FixedConfig.in(data).withTrust("signed").withClasses("off"))
                        .policy())
                .contains("trust=signed")
                .contains("classes=off");
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        FixedConfig config = FixedConfig.in(data);

        assertThatThrownBy(() -> new PolicyTrust(NOON, config.withTrust("blind")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trust must be hash or signed, got 'blind'");
        assertThatThrownBy(() -> new PolicyTrust(NOON, config.withClasses("on")))
                .hasMessage("classes must be off or refuse, got 'on'");
        assertThatThrownBy(() -> new PolicyTrust(NOON, new FixedConfig("", "hash", "", "off")))
                .hasMessage("data.directory must not be blank");
    }

    @Test
    void isAServiceOnceItIsConfigured() {
        try (TestFramework framework = TestFramework.start(NOON, Map.of())) {
            List.of(JsonFactory.class, JsonProperty.class, ObjectMapper.class)
                    .forEach(library -> framework.install(BundleJar.of(library)));
            framework.start(PolicyTrust.class);
            assertThat(framework.find(BundleTrust.class)).isNull();

            framework.configure(
                    PolicyTrust.class.getName(),
                    Map.of("data.directory", data.toString(), "allowed.imports", "tacit.api.*, org.slf4j"));

            BundleTrust service = framework.await(BundleTrust.class);
            assertThat(service.policy()).contains("imports: tacit.api.*, org.slf4j");
            assertThat(service.examine(Jars.sound().bytes(), null, Moment.START).trusted())
                    .isTrue();
        }
    }
}
