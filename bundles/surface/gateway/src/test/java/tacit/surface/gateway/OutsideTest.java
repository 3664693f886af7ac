package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideTest {

    @TempDir
    static Path shared;

    private static Outside outside;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        outside = TestKeys.in(shared, "dns:tacit.example,dns:*.fleet.example,ip:192.0.2.7")
                .outside("127.0.0.1");
    }

    @Test
    void refusesToListenWithoutAKey() {
        assertThatThrownBy(() -> new Outside(new FixedOutside("0.0.0.0", 0, "", "")))
                .hasMessageStartingWith("keystore must name a file");
        assertThatThrownBy(() -> new Outside(new FixedOutside("0.0.0.0", 0, "missing.p12", "")))
                .hasMessage("keystore cannot be read: missing.p12");
    }

    @Test
    void refusesAPasswordThatOthersCanRead() throws Exception {
        TestKeys keys = TestKeys.in(folder, "dns:tacit.example");
        Files.setPosixFilePermissions(keys.passwordFile(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> keys.outside("127.0.0.1"))
                .hasMessage("password.file must be readable for its owner only: " + keys.passwordFile());
    }

    @Test
    void refusesAKeyWhosePasswordIsAnother() throws Exception {
        TestKeys keys = TestKeys.in(folder, "dns:tacit.example");
        Files.writeString(keys.passwordFile(), "wrong");

        assertThatThrownBy(() -> keys.outside("127.0.0.1"))
                .hasMessageStartingWith("keystore cannot be opened as PKCS #12 with its password: " + keys.store());
    }

    @Test
    void refusesACertificateWithoutNames() throws Exception {
        TestKeys keys = TestKeys.in(folder, null);

        assertThatThrownBy(() -> keys.outside("127.0.0.1")).hasMessageContaining("subject alternative names");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit.example, true",
        "TACIT.example:7718, true",
        "a.fleet.example, true",
        "a.b.fleet.example, false",
        "fleet.example, false",
        "192.0.2.7:7718, true",
        "192.0.2.8, false",
        "localhost, false",
        "evil.example, false",
        ", false"
    })
    void knowsItsNamesFromTheCertificate(String host, boolean known) {
        assertThat(outside.names(host)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "https://tacit.example:7718, true",
        "http://tacit.example:7718, false",
        "https://evil.example, false",
        "null, false",
        "not an origin, false",
        ", true"
    })
    void takesPagesOfItsOwnOriginOnly(String origin, boolean taken) {
        assertThat(outside.origin(origin)).isEqualTo(taken);
    }
}
