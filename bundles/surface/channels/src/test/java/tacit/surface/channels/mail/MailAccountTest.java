package tacit.surface.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.testkit.Configurations;

class MailAccountTest {

    private static MailAccount of(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "address", "Tacit@example.org", "imap_host", "imap.example.org", "smtp_host", "smtp.example.org"));
        values.putAll(more);
        return new MailAccount(Configurations.of(MailAccount.Config.class, values), Map.of("PASSWORD", "pa55"));
    }

    @Test
    void isEncryptedAndCheckedUnlessAnOperatorSaysOtherwise() {
        Properties usual = of(Map.of()).properties();

        for (String protocol : new String[] {"mail.imap", "mail.smtp"}) {
            assertThat(usual)
                    .containsEntry(protocol + ".ssl.enable", "true")
                    .containsEntry(protocol + ".ssl.checkserveridentity", "true")
                    .containsEntry(protocol + ".timeout", "30000");
        }
        assertThat(of(Map.of("smtp_tls", "STARTTLS")).properties())
                .containsEntry("mail.smtp.ssl.enable", "false")
                .containsEntry("mail.smtp.starttls.required", "true");
        assertThat(of(Map.of("imap_tls", "none")).properties())
                .containsEntry("mail.imap.ssl.enable", "false")
                .containsEntry("mail.imap.starttls.required", "false");
    }

    @Test
    void readsEachSetting() {
        MailAccount account = of(Map.of(
                "channel", "post",
                "user", "tacit",
                "password_environment", "PASSWORD",
                "folder", "Work",
                "poll_seconds", 5,
                "timeout_seconds", 7,
                "most_bytes", 2048,
                "authentication_results", " mx.example.org "));

        assertThat(account.channel()).isEqualTo("post");
        assertThat(account.address()).isEqualTo("tacit@example.org");
        assertThat(account.user()).isEqualTo("tacit");
        assertThat(account.password()).isEqualTo("pa55");
        assertThat(account.folder()).isEqualTo("Work");
        assertThat(account.delay()).hasSeconds(5);
        assertThat(account.mostBytes()).isEqualTo(2048);
        assertThat(account.checkedBy()).isEqualTo("mx.example.org");
        assertThat(account.properties())
                .containsEntry("mail.smtp.auth", "true")
                .containsEntry("mail.imap.connectiontimeout", "7000");
    }

    @Test
    void logsInNowhereWithoutAUser() {
        assertThat(of(Map.of()).properties()).containsEntry("mail.smtp.auth", "false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address|nobody|address must be one of mail, such as tacit@example.org",
                "address|a@b@c|address must be one of mail",
                "address|a b@c|address must be one of mail",
                "imap_host| |imap.host must be given",
                "smtp_host| |smtp.host must be given",
                "imap_tls|ssl|imap.tls must be implicit, starttls or none, got 'ssl'",
                "smtp_tls|yes|smtp.tls must be implicit, starttls or none, got 'yes'",
                "password_environment|NO_SUCH|password.environment must name a set variable",
                "password_file|/no/such/file|password.file must be readable"
            })
    void refusesWordsThatMakeNoSense(String setting, String value, String words) {
        assertThatThrownBy(() -> of(Map.of(setting, value == null ? " " : value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void refusesTwoPlacesForThePassword() {
        assertThatThrownBy(() -> of(Map.of("password_file", "/a", "password_environment", "PASSWORD")))
                .hasMessage("password.file and password.environment must not be set together");
    }

    @ParameterizedTest
    @CsvSource({
        "imap_port,0",
        "imap_port,65536",
        "smtp_port,0",
        "smtp_port,65536",
        "poll_seconds,0",
        "poll_seconds,86401",
        "timeout_seconds,0",
        "timeout_seconds,601",
        "most_bytes,1023",
        "most_bytes,50000001"
    })
    void refusesNumbersOutOfRange(String setting, int value) {
        assertThatThrownBy(() -> of(Map.of(setting, value)))
                .hasMessageContaining(setting.replace('_', '.') + " must be in")
                .hasMessageContaining("got " + value);
    }
}
