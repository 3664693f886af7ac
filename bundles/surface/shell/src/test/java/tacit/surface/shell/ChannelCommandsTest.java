package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.channel.ChannelStatus;
import tacit.api.channel.Channels;
import tacit.api.channel.OpenMessage;
import tacit.api.channel.OpenMessage.State;
import tacit.api.command.Command;

class ChannelCommandsTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");

    private final ShellLines shell = new ShellLines();
    private final List<String> retried = new ArrayList<>();

    @BeforeEach
    void start() {
        shell.with(new ChannelCommands(new TwoChannels()), "channels");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void listsChannelsWithTheirStateCountsAndLastError() {
        assertThat(shell.run("tacit:channels --json")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out())
                .contains("\"channel\":\"email\"", "\"state\":\"keeps_only\"", "\"kept\":3", "\"failed\":4")
                .contains("No agent is configured", "The receiver answered 503", "2026-03-04T10:00:00Z");
    }

    @Test
    void showsMessagesThatAreNotDone() {
        assertThat(shell.run("tacit:channels show email")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("email-1", "failed", "6", "channel-email-1");
    }

    @Test
    void triesAMessageAgain() {
        assertThat(shell.run("tacit:channels retry email-1")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(retried).containsExactly("email-1 operator");
    }

    @Test
    void dropsAMessage() {
        assertThat(shell.run("tacit:channels drop email-1")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(retried).containsExactly("drop email-1 operator");
        assertThat(shell.out()).contains("dropped");
    }

    @Test
    void triesAllOfAStateAgainOrDropsThem() {
        assertThat(shell.run("tacit:channels retry --all failed email"))
                .as(shell.err())
                .isEqualTo(Command.OK);
        assertThat(shell.run("tacit:channels drop --all kept email"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(retried).containsExactly("email-1 operator", "drop email-3 operator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:channels paint",
                "tacit:channels show",
                "tacit:channels show fax",
                "tacit:channels retry",
                "tacit:channels retry email-2",
                "tacit:channels drop",
                "tacit:channels drop email-2",
                "tacit:channels drop --all sent email",
                "tacit:channels drop --all kept",
                "tacit:channels retry --all failed fax"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);

        assertThat(shell.err()).isNotEmpty();
        assertThat(retried).isEmpty();
    }

    private final class TwoChannels implements Channels {

        @Override
        public List<ChannelStatus> status() {
            return List.of(new ChannelStatus(
                    "email",
                    ChannelStatus.State.KEEPS_ONLY,
                    "No agent is configured: messages are kept",
                    null,
                    new ChannelStatus.Counts(1, 2, 3, 4, 5, 6),
                    "The receiver answered 503",
                    TEN));
        }

        @Override
        public List<OpenMessage> open(String channel, int limit) {
            if (!channel.equals("email")) {
                throw new IllegalArgumentException("Cannot find channel '" + channel + "'");
            }
            return List.of(message(1, State.FAILED), message(2, State.ANSWERED), message(3, State.KEPT));
        }

        private OpenMessage message(int number, State state) {
            String id = "email-" + number;
            return new OpenMessage(id, "email", state, "channel-" + id, 6, TEN, null, "Too late");
        }

        @Override
        public void retry(String id, String actor) {
            if (!id.equals("email-1")) {
                throw new IllegalArgumentException("Cannot retry message '" + id + "'");
            }
            retried.add(id + " " + actor);
        }

        @Override
        public void drop(String id, String actor) {
            if (id.equals("email-2")) {
                throw new IllegalArgumentException("Cannot drop message '" + id + "'");
            }
            retried.add("drop " + id + " " + actor);
        }
    }
}
