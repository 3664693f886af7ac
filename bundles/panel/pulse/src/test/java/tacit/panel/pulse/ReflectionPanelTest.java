package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.page.Page;
import tacit.runtime.testkit.ListProfiles;
import tacit.surface.mission.Looked;

class ReflectionPanelTest {

    private final Thoughts thoughts = new Thoughts("p1", "");
    private final ReflectionPanel panel = new ReflectionPanel();

    @BeforeEach
    void bring() {
        panel.desk = thoughts;
        panel.profiles = new ListProfiles().add("p1", "default", true).add("p2", "elsewhere", true);
    }

    private static Looked of(String name, String value) {
        return Looked.at().with(Map.of(name, value));
    }

    @Test
    void listsWhoThinksInTheWorkspace() {
        assertThat(Shown.column(panel.show(Looked.at()), "rows", "role")).containsExactly("role-p1");
        assertThat(Shown.column(panel.show(Looked.at().by(Who.ELSEWHERE)), "rows", "role"))
                .containsExactly("role-p2");
    }

    @Test
    void showsThoughtsInPagesWithoutLookingForNews() {
        thoughts.runs = 60;

        Page page = panel.show(Looked.at("p1").with(Map.of("offset", "50")));

        assertThat(Shown.rows(page)).hasSize(10);
        assertThat(page.values()).containsEntry("total", 60L);
        assertThat(Shown.column(page, "targets", "health")).containsExactly("BLOCKED");
        assertThat(thoughts.acts).isEmpty();
    }

    @Test
    void showsARunWithAllThatItWasMadeOf() {
        Page page = panel.show(Looked.at("runs", "rf0"));

        assertThat(page.values()).containsEntry("suggestion", "s1").containsEntry("completed", true);
        assertThat(Shown.column(page, "evidence", "to")).containsExactly("traces");
        assertThat(Shown.column(page, "hypotheses", "whyNot")).containsExactly("Another is better. ");
        assertThat(Shown.column(page, "backlog", "state")).containsExactly("OPEN");
        Who.refused(404, () -> panel.show(Looked.at("runs", "rf9")));
        Who.refused(404, () -> panel.show(Looked.at("runs")));
        Who.refused(404, () -> panel.show(Looked.at("p1", "diary")));
    }

    @Test
    void thinksWhenItIsAsked() {
        assertThat(panel.act(of("profile", "p1"), "reflect").path()).isEqualTo("runs/rf0");
        thoughts.thinks = false;

        assertThat(panel.act(Looked.at().with(Map.of("profile", "p1", "target", Thoughts.TARGET)), "reflect")
                        .message())
                .isEqualTo("There is nothing to think about. " + Thoughts.TARGET + ": not before Monday");

        assertThat(thoughts.acts)
                .containsExactly(
                        "reflect null operator:ada true",
                        "reflect " + Thoughts.TARGET + " operator:ada true",
                        "refresh");
    }

    @Test
    void hasASayInWhatIsThought() {
        panel.act(of("profile", "p1"), "look");
        panel.act(Looked.at().with(Map.of("profile", "p1", "target", Thoughts.TARGET)), "leave");
        assertThat(panel.act(of("id", "rf0"), "retry").path()).isEqualTo("runs/rf0");
        panel.act(of("id", "rf0"), "dismiss");
        Who.refused(409, () -> panel.act(of("id", "rf0"), "dismiss"));
        panel.act(of("id", "bl1"), "reject");
        panel.act(of("id", "rn1"), "seen");
        assertThat(panel.act(of("profile", "p1"), "reset").message()).isEqualTo("Forgotten: 2 runs, 1 targets");

        assertThat(thoughts.acts)
                .containsExactly(
                        "refresh",
                        "leave " + Thoughts.TARGET + " ada",
                        "retry rf0 ada",
                        "dismiss rf0 ada decided in Mission Control",
                        "reject bl1 ada",
                        "seen rn1 ada",
                        "reset ada");
    }

    @Test
    void showsPointsAndNoticesByState() {
        Looked done = Looked.at("p1", "backlog").with(Map.of("state", "done"));

        assertThat(Shown.rows(panel.show(Looked.at("p1", "backlog")))).hasSize(1);
        assertThat(Shown.rows(panel.show(done))).isEmpty();
        assertThat(Shown.rows(panel.show(Looked.at("p1", "notices")))).hasSize(1);
        Who.refused(400, () -> panel.show(Looked.at("p1", "notices").with(Map.of("state", "loud"))));
    }

    @Test
    void keepsWorkspacesAndUsersApart() {
        for (String act : List.of("reflect", "look", "leave", "reset", "retry", "dismiss", "reject", "seen")) {
            String id = act.equals("reject") ? "bl1" : act.equals("seen") ? "rn1" : "rf0";
            Looked asked = Looked.at().with(Map.of("profile", "p1", "target", Thoughts.TARGET, "id", id));
            Who.refused(404, () -> panel.act(asked.by(Who.ELSEWHERE), act));
            Who.refused(403, () -> panel.act(asked.by(Who.OF_BOB), act));
        }
        Who.refused(404, () -> panel.show(Looked.at("p1").by(Who.ELSEWHERE)));
        Who.refused(404, () -> panel.show(Looked.at("runs", "rf0").by(Who.ELSEWHERE)));
        Who.refused(404, () -> panel.act(of("id", "bl9"), "reject"));
        Who.refused(404, () -> panel.act(of("id", "rf0"), "explode"));
        assertThat(thoughts.acts).isEmpty();
    }

    @Test
    void saysWhenNobodyCanSay() {
        panel.desk = null;

        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        Who.refused(503, () -> panel.act(of("id", "rf0"), "retry"));
    }
}
