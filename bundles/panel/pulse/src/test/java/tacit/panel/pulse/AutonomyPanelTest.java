package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionRule;
import tacit.api.page.Page;
import tacit.runtime.testkit.ListProfiles;
import tacit.surface.mission.Looked;

class AutonomyPanelTest {

    private static final Map<String, String> EARNED =
            Map.of("profile", "p1", "target", "workspace:default", "action", "run_command");

    private final Inbox inbox = new Inbox();
    private final AutonomyPanel panel = new AutonomyPanel();

    @BeforeEach
    void bring() {
        panel.inbox = inbox;
        panel.profiles = new ListProfiles().add("p1", "default", true).add("p2", "elsewhere", true);
    }

    private static boolean offers(Object row, String act) {
        return ((Map<?, ?>) row).containsKey(act);
    }

    @Test
    void showsWhatProfilesOfTheWorkspaceEarned() {
        inbox.earned("p1", EarnedAutonomy.Level.FREE, "")
                .earned("p1", EarnedAutonomy.Level.ASKED, "")
                .earned("p2", EarnedAutonomy.Level.FREE, "");

        assertThat(Shown.rows(panel.show(Looked.at()))).hasSize(2).first().satisfies(row -> assertThat((Map<?, ?>) row)
                .extracting("role")
                .isEqualTo("role-p1"));
        assertThat(Shown.rows(panel.show(Looked.at())))
                .extracting(row -> offers(row, "demote"))
                .containsExactly(true, false);
        assertThat(Shown.rows(panel.show(Looked.at().by(Who.ELSEWHERE))))
                .hasSize(1)
                .noneMatch(row -> offers(row, "demote"));
    }

    @Test
    void takesBackWhatWasEarned() {
        inbox.earned("p1", EarnedAutonomy.Level.FREE, "");

        assertThat(panel.act(Looked.at().with(EARNED), "demote").message())
                .isEqualTo("It asks again before each run_command");

        assertThat(inbox.acts).containsExactly("demote p1 workspace:default run_command ada");
        Who.refused(403, () -> panel.act(Looked.at().by(Who.ELSEWHERE).with(EARNED), "demote"));
        Who.refused(
                404,
                () -> panel.act(Looked.at().with(Map.of("profile", "p2", "target", "t", "action", "a")), "demote"));
        assertThat(inbox.acts).hasSize(1);
    }

    @Test
    void listsRulesInPagesAndForgetsThoseThatAreKeptHere() {
        for (int i = 0; i < 60; i++) {
            inbox.rule("default", "w" + i, PermissionRule.Source.WORKSPACE_DB, "make " + i);
        }
        inbox.rule("p1", "mine", PermissionRule.Source.PROFILE, "git push")
                .rule("default", "file", PermissionRule.Source.WORKSPACE_MANIFEST, "rm")
                .rule("elsewhere", "far", PermissionRule.Source.WORKSPACE_DB, "ls");

        Page last = panel.show(Looked.at("rules").with(Map.of("offset", "50")));

        assertThat(last.values()).containsEntry("total", 62);
        assertThat(Shown.rows(last))
                .hasSize(12)
                .filteredOn(row -> offers(row, "forget"))
                .hasSize(11);
        panel.act(Looked.at("rules").with(Map.of("id", "mine")), "forget");
        Who.refused(404, () -> panel.act(Looked.at("rules").with(Map.of("id", "far")), "forget"));
        assertThat(inbox.acts).containsExactly("forget mine ada");
    }

    @Test
    void keepsARuleForTheWorkspaceOfTheToken() {
        Map<String, String> rule = Map.of("effect", "deny", "scope", "domain", "pattern", "example.org");

        panel.act(Looked.at("rules").with(rule).by(Who.ELSEWHERE), "rule");

        assertThat(inbox.acts).containsExactly("rule elsewhere null DENY example.org eve");
        Who.refused(400, () -> panel.act(Looked.at().with(Map.of("effect", "deny", "scope", "domain")), "rule"));
        Who.refused(
                400,
                () -> panel.act(
                        Looked.at().with(Map.of("effect", "maybe", "scope", "domain", "pattern", "x")), "rule"));
        Who.refused(403, () -> panel.act(Looked.at().with(rule).by(Who.OF_BOB), "rule"));
        assertThat(inbox.acts).hasSize(1);
    }

    @Test
    void rehearsesAnotherPolicyForTheHostAlone() {
        inbox.with("a1", "default", null, "Push it");
        Looked asked = Looked.at().with(Map.of("mode", "dont_ask", "days", "7"));

        Page page = panel.show(asked);

        assertThat(Shown.column(page, "effects", "after")).containsExactly("1", "0", "0");
        assertThat(Shown.column(page, "changed", "id")).containsExactly("a1");
        assertThat(inbox.acts).containsExactly("dry-run null 2026-02-22T12:00:00Z {autonomy.mode=dont_ask}");
        assertThat(panel.show(asked.by(Who.ELSEWHERE)).values())
                .containsEntry("host", false)
                .doesNotContainKey("changed");
        assertThat(panel.show(Looked.at()).values()).containsEntry("rehearsed", false);
        Who.refused(400, () -> panel.show(Looked.at().with(Map.of("mode", "wild"))));
        assertThat(inbox.acts).hasSize(1);
    }

    @Test
    void refusesWhatIsNotThere() {
        Who.refused(404, () -> panel.show(Looked.at("wishes")));
        Who.refused(404, () -> panel.act(Looked.at(), "explode"));
        Who.refused(403, () -> panel.show(Looked.at().by(Who.OF_BOB)));
        panel.inbox = null;
        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        Who.refused(503, () -> panel.act(Looked.at(), "rule"));
    }
}
