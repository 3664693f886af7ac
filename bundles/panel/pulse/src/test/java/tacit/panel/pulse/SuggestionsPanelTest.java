package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.page.Page;
import tacit.surface.mission.Looked;

class SuggestionsPanelTest {

    private final Desk desk = new Desk();
    private final SuggestionsPanel panel = new SuggestionsPanel();

    @BeforeEach
    void bring() {
        panel.desk = desk;
    }

    private static Looked one(String... fields) {
        return Looked.at("s1").with(fields.length == 0 ? Map.of("id", "s1") : Map.of("id", "s1", fields[0], fields[1]));
    }

    @Test
    void listsThoseThatWaitInPagesAndOthersByState() {
        for (int i = 0; i < 60; i++) {
            desk.with("s" + i, "default", null, "Look at " + i);
        }
        desk.dismiss("s3", null, "ada");

        assertThat(panel.show(Looked.at()).values()).containsEntry("total", 59L);
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("offset", "50")))))
                .hasSize(9);
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("state", "dismissed")))))
                .hasSize(1);
        assertThat(panel.show(Looked.at().with(Map.of("state", "all"))).values())
                .containsEntry("total", 60L);
        Who.refused(400, () -> panel.show(Looked.at().with(Map.of("state", "great"))));
    }

    @Test
    void showsWhereOneComesFromWithItsPages() {
        desk.with("s1", "default", null, "Mend it");

        Page page = panel.show(Looked.at("s1"));

        assertThat(page.title()).isEqualTo("Mend it");
        assertThat(Shown.column(page, "evidence", "to")).containsExactly("traces", "clusters", "null");
        assertThat(Shown.column(page, "evidence", "place")).containsExactly("t1", "c1", "null");
        assertThat(Shown.column(page, "evidence", "lineage")).containsExactly("Lineage", "Lineage", "null");
        assertThat(References.row("reflection:rf1"))
                .containsEntry("to", "reflection")
                .containsEntry("place", "runs")
                .containsEntry("part", "rf1");
    }

    @Test
    void takesOneUpAsItIsOrInOtherWords() {
        desk.with("s1", "default", null, "Mend it").with("s2", "default", null, "And this");

        assertThat(panel.act(one(), "act").message()).isEqualTo("It is taken up: its work is d1");
        panel.act(Looked.at().with(Map.of("id", "s2", "edited", "Only look")), "edit");

        assertThat(desk.acts).containsExactly("act s1 null ada", "act s2 Only look ada");
    }

    @Test
    void putsOneOffAndTurnsItDown() {
        desk.with("s1", "default", null, "Mend it");

        assertThat(panel.act(one("minutes", "240"), "snooze").message()).isEqualTo("It comes back later");
        assertThat(panel.act(one("reason", "Not ours"), "dismiss").message()).startsWith("It is turned down");

        assertThat(desk.acts).containsExactly("snooze s1 PT4H ada", "dismiss s1 Not ours ada");
    }

    @Test
    void refusesWhatIsWrongAndChangesNothing() {
        desk.with("s1", "default", null, "Mend it");

        Who.refused(404, () -> panel.act(one(), "explode"));
        Who.refused(400, () -> panel.act(Looked.at(), "act"));
        Who.refused(400, () -> panel.act(one("minutes", "0"), "snooze"));
        Who.refused(400, () -> panel.act(one("minutes", "soon"), "snooze"));
        Who.refused(400, () -> panel.act(one("edited", "x".repeat(4001)), "edit"));
        Who.refused(400, () -> panel.act(one(), "edit"));
        assertThat(desk.acts).isEmpty();
        panel.act(one(), "dismiss");
        Who.refused(409, () -> panel.act(one(), "act"));
    }

    @Test
    void keepsWorkspacesAndUsersApart() {
        desk.with("s1", "default", "ada", "For ada")
                .with("s2", "default", "bob", "For bob")
                .with("s3", "default", null, "For all")
                .with("s4", "elsewhere", null, "Far");

        Page ofBob = panel.show(Looked.at().by(Who.OF_BOB));

        assertThat(Shown.column(ofBob, "rows", "id")).containsExactly("s2", "s3");
        assertThat(ofBob.values()).containsEntry("total", 2L);
        Who.refused(404, () -> panel.show(Looked.at("s1").by(Who.OF_BOB)));
        Who.refused(404, () -> panel.act(one().by(Who.OF_BOB), "act"));
        Who.refused(404, () -> panel.act(one().by(Who.ELSEWHERE), "act"));
        assertThat(Shown.rows(panel.show(Looked.at().by(Who.ELSEWHERE)))).hasSize(1);
        assertThat(desk.acts).isEmpty();
    }

    @Test
    void saysWhenNobodyCanSay() {
        panel.desk = null;

        assertThat(panel.show(Looked.at("s1")).values()).containsEntry("known", false);
        Who.refused(503, () -> panel.act(one(), "act"));
    }
}
