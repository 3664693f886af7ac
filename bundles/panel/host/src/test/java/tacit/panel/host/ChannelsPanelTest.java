package tacit.panel.host;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.channel.ChannelStatus;
import tacit.api.channel.Channels;
import tacit.api.channel.OpenMessage;
import tacit.api.channel.OpenMessage.State;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class ChannelsPanelTest {

    private final Mail mail = new Mail();
    private final ChannelsPanel panel = new ChannelsPanel();

    @BeforeEach
    void offer() {
        panel.channels = mail;
    }

    /** One channel with messages. */
    private static final class Mail implements Channels {

        private final List<OpenMessage> messages = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private boolean there = true;

        void add(String id, State state) {
            messages.add(new OpenMessage(
                    id,
                    "email",
                    state,
                    "channel-" + id,
                    6,
                    Instant.parse("2026-03-01T10:00:00Z"),
                    state == State.TAKEN ? Instant.parse("2026-03-01T12:05:00Z") : null,
                    "The receiver answered 503 " + Attack.TEXT));
        }

        @Override
        public List<ChannelStatus> status() {
            return there
                    ? List.of(new ChannelStatus(
                            "email",
                            ChannelStatus.State.KEEPS_ONLY,
                            "No agent is configured",
                            null,
                            new ChannelStatus.Counts(1, 2, 3, 4, 5, 6),
                            Attack.TEXT,
                            Instant.parse("2026-03-01T11:00:00Z")))
                    : List.of();
        }

        @Override
        public List<OpenMessage> open(String channel, int limit) {
            return messages.stream().limit(limit).toList();
        }

        @Override
        public void retry(String id, String actor) {
            act("retry", id, actor);
        }

        @Override
        public void drop(String id, String actor) {
            act("drop", id, actor);
        }

        private void act(String verb, String id, String actor) {
            if (!messages.removeIf(message -> message.id().equals(id))) {
                throw new IllegalArgumentException("No message '" + id + "' waits for that");
            }
            done.add(verb + " " + id + " " + actor);
        }
    }

    private static void refused(int status, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    @Test
    void triesAgainAndLetsGo() {
        mail.add("m1", State.FAILED);
        mail.add("m2", State.KEPT);

        panel.act(Looked.at().with(Map.of("id", "m1")), "retry");
        panel.act(Looked.at().with(Map.of("id", "m2")), "drop");

        assertThat(mail.done).containsExactly("retry m1 ada", "drop m2 ada");
        refused(400, () -> panel.act(Looked.at().with(Map.of("id", "m1")), "retry"));
        refused(404, () -> panel.act(Looked.at(), "burn"));
    }

    @Test
    void takesAllThatWaitForAnOperatorAtOnceAndLeavesTheRest() {
        mail.add("m1", State.FAILED);
        mail.add("m2", State.TAKEN);
        mail.add("m3", State.KEPT);

        assertThat(panel.act(Looked.at().with(Map.of("channel", "email")), "drop-all")
                        .message())
                .isEqualTo("2 messages are let go of");
        mail.add("m4", State.FAILED);
        panel.act(Looked.at().with(Map.of("channel", "email")), "retry-all");

        assertThat(mail.done).containsExactly("drop m1 ada", "drop m3 ada", "retry m4 ada");
    }

    @Test
    void belongsToOperatorsOfTheWholeHostAndSaysWhatIsMissing() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));
        mail.add("m1", State.FAILED);

        assertThat(panel.role()).isEqualTo(AccessRole.OPERATOR);
        refused(403, () -> panel.show(Looked.at().by(other)));
        refused(403, () -> panel.act(Looked.at().with(Map.of("id", "m1")).by(other), "drop"));
        refused(404, () -> panel.show(Looked.at("pigeon")));
        panel.channels = null;
        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        refused(503, () -> panel.show(Looked.at("email")));
        assertThat(mail.done).isEmpty();
    }

    @Test
    void pagesWhatIsNotDone() {
        for (int i = 0; i < 120; i++) {
            mail.add("m" + i, State.FAILED);
        }

        Map<String, Object> values =
                panel.show(Looked.at("email").with(Map.of("offset", "100"))).values();

        assertThat((List<?>) values.get("rows")).hasSize(20);
        assertThat(values).containsEntry("total", 120).containsEntry("stopped", 120L);
    }

    @Test
    void showsEveryPageAndActsByClicking() throws IOException {
        Browser.assume();
        mail.add("m1", State.FAILED);
        mail.add("m2", State.KEPT);
        mail.add("m3", State.TAKEN);
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "channels", "channels"));
            faults.addAll(frame.faults(browser, "channels/email", "channel"));
            Page page = frame.open(browser, "operator-token", "channels", 1280, false);
            Clicks.follow(page, "email");
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();
            Clicks.confirm(page, "Try again");
            assertThat(page.locator(".said.good")).hasText("The message is tried again");
            Clicks.confirm(page, "Let go");
            assertThat(page.locator(".said.good")).hasText("The message is let go of");
            mail.add("m4", State.KEPT);
            page.navigate(frame.uri() + "/mission/channels/email");
            Clicks.confirm(page, "Let go of all");
            assertThat(mail.done).containsExactly("retry m1 operator", "drop m2 operator", "drop m4 operator");
            mail.there = false;
            faults.addAll(frame.faults(browser, "channels", "channels-empty"));

            assertThat(faults).isEmpty();
        }
    }
}
