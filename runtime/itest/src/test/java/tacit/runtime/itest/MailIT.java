package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that come in by IMAP, are answered by a program, and whose answers go out by SMTP, with the real image. */
class MailIT {

    private static final String TACIT = "tacit@example.org";

    @TempDir
    Path data;

    @TempDir
    Path work;

    private GreenMail server;
    private Path asked;

    @BeforeEach
    void start() throws IOException {
        server = new GreenMail(ServerSetup.dynamicPort(ServerSetupTest.SMTP_IMAP));
        server.start();
        server.setUser(TACIT, TACIT, "pa55word");
        server.setUser("ada@example.org", "ada@example.org", "other");
        asked = work.resolve("asked");
        Path program = Files.writeString(work.resolve("agent.sh"), """
                message=$(cat)
                echo "$TACIT_ID" >> '%1$s'
                case "$message" in *slow*) while [ ! -e '%2$s' ]; do sleep 0.1; done;; esac
                echo "$TACIT_CHANNEL $TACIT_AUDIENCE $TACIT_USER: $message"
                """.formatted(asked, work.resolve("go")));
        configure(program);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void configure(Path program) throws IOException {
        Path etc = Files.createDirectories(data.resolve("etc"));
        Path password = Files.writeString(work.resolve("password"), "pa55word\n");
        Files.writeString(
                etc.resolve("tacit.surface.channels.Account~email.properties"),
                "channel = email\nusers = ada@example.org = ada\n");
        Files.writeString(etc.resolve("tacit.surface.channels.mail.MailAccount~email.properties"), """
                address = %1$s
                user = %1$s
                password.file = %2$s
                imap.host = 127.0.0.1
                imap.port = %3$d
                imap.tls = none
                smtp.host = 127.0.0.1
                smtp.port = %4$d
                smtp.tls = none
                poll.seconds = 1
                """.formatted(
                TACIT, password, server.getImap().getPort(), server.getSmtp().getPort()));
        Files.writeString(
                etc.resolve("tacit.surface.channels.ProcessAgent~it.properties"),
                "command = /bin/sh " + program + "\n");
    }

    @Test
    void aMailIsAnsweredByAProgramOnceAlsoOverARestart() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            arrives("m1", "How many pumps, Grüße?");
            Api api = new Api(data);
            until(api, "\\\"done\\\":1");

            assertThat(answers()).containsExactly("email private ada: How many pumps, Grüße?");
            String trace = api.get("/v1/traces/channel-" + ids().get(0), api.operator())
                    .body();
            assertThat(trace).contains("\"channel\":\"email\"", "\"userId\":\"ada\"", "How many pumps");
            assertThat(host.terminate()).isZero();
        }
        try (Tacit host = Tacit.up(data)) {
            arrives("m1", "How many pumps, Grüße?");
            arrives("m2", "And valves?", "Cc: ben@example.org");
            Api api = new Api(data);
            until(api, "\\\"done\\\":2");

            assertThat(answers())
                    .containsExactly("email private ada: How many pumps, Grüße?", "email group ada: And valves?");
            assertThat(ids()).hasSize(2).doesNotHaveDuplicates();
            assertThat(api.get("/v1/traces/channel-" + ids().get(1), api.operator())
                            .body())
                    .contains("\"tacit.audience\":\"group\"");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void aHostThatIsKilledWhileItsProgramRunsAnswersOnceWhenItIsBack() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            arrives("m1", "A slow question");
            until(new Api(data), "\\\"waiting\\\":1");
            while (ids().isEmpty()) {
                Thread.onSpinWait();
            }
            host.kill();
        }
        Files.createFile(work.resolve("go"));
        try (Tacit host = Tacit.up(data)) {
            until(new Api(data), "\\\"done\\\":1");

            assertThat(answers()).containsExactly("email private ada: A slow question");
            assertThat(ids()).as("asked again under its id").hasSize(2);
            assertThat(ids().get(1)).isEqualTo(ids().get(0));
            assertThat(host.terminate()).isZero();
        }
    }

    private void arrives(String id, String text, String... headers) throws MessagingException {
        String mail = String.join("\n", headers) + (headers.length == 0 ? "" : "\n") + """
                From: "Lovelace, Ada" <ada@example.org>
                To: %s
                Message-ID: <%s@example.org>
                Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                --b
                Content-Type: application/octet-stream; name=pump.bin
                Content-Disposition: attachment; filename=pump.bin

                0101
                --b--
                """.formatted(TACIT, id, text);
        server.getUserManager()
                .getUser(TACIT)
                .deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    /** What the program was asked, by the ids of messages. */
    private List<String> ids() throws IOException {
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    /** What Ada got. */
    private List<String> answers() throws Exception {
        GreenMailUser ada = server.getUserManager().getUserByEmail("ada@example.org");
        return server.getManagers().getImapHostManager().getInbox(ada).getMessages().stream()
                .map(mail -> content(mail.getMimeMessage()).strip())
                .toList();
    }

    private static String content(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(GreenMailUtil.getWholeMessage(mail), e);
        }
    }

    /** Waits until the channels say that. */
    private static void until(Api api, String wanted) throws Exception {
        String answer = "";
        for (int look = 0; look < 6000 && !answer.contains(wanted); look++) {
            answer = api.shell("tacit:channels --json");
        }
        assertThat(answer).contains(wanted);
    }
}
