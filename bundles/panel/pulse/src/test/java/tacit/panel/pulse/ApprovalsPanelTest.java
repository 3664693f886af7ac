package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.page.Page;
import tacit.surface.mission.Looked;

class ApprovalsPanelTest {

    private final Inbox inbox = new Inbox();
    private final ApprovalsPanel panel = new ApprovalsPanel();

    @BeforeEach
    void bring() {
        panel.inbox = inbox;
    }

    @Test
    void listsWhatWaitsInPagesAndOthersByState() {
        for (int i = 0; i < 60; i++) {
            inbox.with("a" + i, "default", null, "Push " + i);
        }
        panel.act(Looked.at().with(Map.of("id", "a3")), "deny");

        assertThat(panel.show(Looked.at()).values()).containsEntry("total", 59L);
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("offset", "50")))))
                .hasSize(9);
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("state", "denied")))))
                .hasSize(1);
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("state", "all", "profile", "p9")))))
                .isEmpty();
        Who.refused(400, () -> panel.show(Looked.at().with(Map.of("state", "great"))));
    }

    @Test
    void showsWhatExactlyIsAskedAndWhatIsKnownOfIt() {
        inbox.with("a1", "default", null, "Push it").earned("p1", EarnedAutonomy.Level.ASKED, "");

        Page page = panel.show(Looked.at("a1"));
        Map<String, Object> values = page.values();

        assertThat(values.get("details"))
                .isEqualTo(List.of(
                        Map.of("name", "command", "value", "git push origin main Push it"),
                        Map.of("name", "path", "value", "/srv/shop")));
        assertThat(values.get("earned")).isEqualTo(Optional.of(inbox.earned.get(0)));
        assertThat(Shown.column(page, "keeps", "value")).containsExactly("", "workspace", "profile");
    }

    @Test
    void allowsAndDeniesWithANoteAndAsARule() {
        inbox.with("a1", "default", null, "Push it").with("a2", "default", null, "Drop it");

        assertThat(panel.act(Looked.at().with(Map.of("id", "a1", "note", "Fine", "keep", "workspace")), "allow")
                        .message())
                .isEqualTo("The act is approved, and a rule for the workspace is kept");
        assertThat(panel.act(Looked.at().with(Map.of("id", "a2")), "deny").message())
                .isEqualTo("The act is denied");

        assertThat(inbox.acts).containsExactly("allow a1 ada Fine workspace", "deny a2 ada null null");
        Who.refused(409, () -> panel.act(Looked.at().with(Map.of("id", "a1")), "deny"));
    }

    @Test
    void refusesWhatIsWrongAndAnswersNothing() {
        inbox.with("a1", "default", null, "Push it");

        Who.refused(404, () -> panel.act(Looked.at().with(Map.of("id", "a1")), "explode"));
        Who.refused(404, () -> panel.act(Looked.at().with(Map.of("id", "a9")), "allow"));
        Who.refused(400, () -> panel.act(Looked.at(), "allow"));
        Who.refused(400, () -> panel.act(Looked.at().with(Map.of("id", "a1", "note", "x".repeat(2001))), "allow"));
        assertThat(inbox.acts).isEmpty();
    }

    @Test
    void keepsWorkspacesAndUsersApart() {
        inbox.with("a1", "default", "ada", "Push it").with("a2", "default", "bob", "Drop it");
        Looked bob = Looked.at("a1").by(Who.OF_BOB).with(Map.of("id", "a1"));

        assertThat(Shown.rows(panel.show(Looked.at().by(Who.OF_BOB)))).hasSize(1);
        assertThat(Shown.rows(panel.show(Looked.at().by(Who.ELSEWHERE)))).isEmpty();
        Who.refused(404, () -> panel.show(bob));
        Who.refused(404, () -> panel.act(bob, "allow"));
        Who.refused(404, () -> panel.act(bob.by(Who.ELSEWHERE), "allow"));
        assertThat(inbox.acts).isEmpty();
    }

    @Test
    void saysWhenNobodyCanSay() {
        panel.inbox = null;

        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        Who.refused(503, () -> panel.act(Looked.at().with(Map.of("id", "a1")), "allow"));
    }
}
