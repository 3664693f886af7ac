package tacit.pulse.mind.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.PulseRun;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.Database;
import tacit.pulse.mind.Rig;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ResourcesTest {

    @TempDir
    private Path folder;

    private Rig rig;
    private Served served;
    private String operator;
    private String reader;

    @BeforeEach
    void open(Database database) throws Exception {
        rig = new Rig(database, folder);
        AutomationProfiles profiles = rig.around.profiles();
        served = new Served(
                database,
                folder,
                List.of(
                        new ReflectionListResource(rig.desk, profiles),
                        new ReflectionRunResource(rig.desk, profiles),
                        new ReflectionActResource(rig.desk, profiles),
                        new ReflectionReviewResource(rig.desk, profiles)));
        operator = served.token(AccessRole.OPERATOR, "shop", null);
        reader = served.token(AccessRole.READER, "shop", null);
    }

    @AfterEach
    void close() throws Exception {
        served.close();
    }

    private String ran() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        return rig.reflect().orElseThrow().runId();
    }

    private static void is(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private String get(String path) {
        HttpResponse<String> answer = served.get(reader, path);
        is(200, answer);
        return answer.body();
    }

    private String post(String path, String body) {
        HttpResponse<String> answer = served.post(operator, path, body);
        is(200, answer);
        return answer.body();
    }

    private String first(String path) {
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(get(path));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void showsARunWithWhatItWasMadeOf() {
        String id = ran();

        assertThat(get("/v1/reflection/runs?profile=ops&target=workspace:shop&state=completed"))
                .contains("\"total\":1", "\"id\":\"" + id + "\"", "\"outcome\":\"suggest\"");
        assertThat(get("/v1/reflection/runs?profile=ops&state=failed")).contains("\"total\":0");
        assertThat(get("/v1/reflection/runs/" + id))
                .contains(
                        "\"text\":\"cancel_order fails\"",
                        "\"weight\":0.86",
                        "\"state\":\"winner\"",
                        "\"whyNot\":",
                        "\"verdict\":");
    }

    @Test
    void showsTargetsPointsNoticesAndTheBrain() {
        ran();

        assertThat(get("/v1/reflection/targets?profile=ops&limit=1&offset=1"))
                .contains("\"offset\":1,\"total\":3")
                .containsOnlyOnce("\"key\":");
        assertThat(get("/v1/reflection/backlog?profile=ops&state=dispatched")).contains("\"state\":\"dispatched\"");
        assertThat(get("/v1/reflection/notices?profile=ops")).contains("\"rows\":");
        assertThat(get("/v1/reflection/brain?profile=ops")).contains("\"status\":\"idle\"", "\"suggest\":1");
    }

    @Test
    void thinksWhenAnOperatorSaysSo() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");

        assertThat(post("/v1/reflection/run", "{\"profile\":\"ops\"}"))
                .contains("\"outcome\":\"suggest\"", "\"fresh\":true");
        String again = post("/v1/reflection/run", "{\"profile\":\"ops\",\"target\":\"workspace:shop\"}");
        assertThat(again).contains("\"fresh\":false");
        String id = first("/v1/reflection/runs?profile=ops");
        assertThat(post("/v1/reflection/runs/" + id + "/retry", ""))
                .contains("\"runId\":\"rf_")
                .doesNotContain(id);
    }

    @Test
    void saysWhyNothingIsThoughtAbout() {
        assertThat(post("/v1/reflection/run", "{\"profile\":\"ops\"}"))
                .contains("\"outcome\":\"nothing\"", "workspace:shop: nothing ");
        rig.around.off = "a quiet day";
        assertThat(post("/v1/reflection/run", "{\"profile\":\"ops\",\"target\":\"workspace:shop\"}"))
                .contains("\"outcome\":\"nothing\"", "a quiet day");
    }

    @Test
    void dismissesARunOnce() {
        String path = "/v1/reflection/runs/" + ran() + "/dismiss";

        assertThat(post(path, "{\"reason\":\"not ours\"}")).isEqualTo("{\"dismissed\":true}");
        is(409, served.post(operator, path, ""));
        assertThat(rig.around.audited)
                .containsOnlyOnce("reflection.dismiss " + first("/v1/reflection/runs?profile=ops"));
    }

    @Test
    void rejectsAPointOnceAndLeavesATargetAlone() {
        ran();
        String path = "/v1/reflection/backlog/" + first("/v1/reflection/backlog?profile=ops") + "/reject";

        assertThat(post(path, "")).isEqualTo("{\"rejected\":true}");
        is(409, served.post(operator, path, ""));
        assertThat(post("/v1/reflection/dismiss", "{\"profile\":\"ops\",\"target\":\"workspace:shop\"}"))
                .isEqualTo("{\"dismissed\":true}");
        assertThat(get("/v1/reflection/targets?profile=ops")).contains("\"state\":\"stale\"");
    }

    @Test
    void marksANoticeAsSeen() {
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "true");
        rig.settings.put("reflection.dispatchDefaults.workspace", "task");
        rig.out.answer = PulseRun.State.QUEUED;
        ran();

        String path = "/v1/reflection/notices/" + first("/v1/reflection/notices?profile=ops&state=shown") + "/seen";

        assertThat(post(path, "")).isEqualTo("{\"seen\":true}");
        assertThat(post(path, "")).as("once is enough").isEqualTo("{\"seen\":false}");
        is(404, served.post(operator, "/v1/reflection/notices/none/seen", ""));
    }

    @Test
    void forgetsAllUnlessARunGoesOn() {
        ran();
        assertThat(post("/v1/reflection/reset", "{\"profile\":\"ops\"}")).contains("\"runs\":1");
        assertThat(get("/v1/reflection/runs?profile=ops")).contains("\"total\":0");

        rig.around.dies = "subconscious.hypotheses_generated";
        try {
            ran();
        } catch (Error died) {
            rig.around.dies = "";
        }
        is(409, served.post(operator, "/v1/reflection/reset", "{\"profile\":\"ops\"}"));
    }

    @Test
    void showsNothingToThoseWhoMayNotSeeIt() {
        String run = ran();
        String point = first("/v1/reflection/backlog?profile=ops");
        String farmer = served.token(AccessRole.OPERATOR, "farm", null);
        String bea = served.token(AccessRole.OPERATOR, "shop", "bea");
        String agent = served.token(AccessRole.AGENT, "shop", null);

        is(401, served.get("", "/v1/reflection/brain?profile=ops"));
        is(403, served.get(agent, "/v1/reflection/brain?profile=ops"));
        is(403, served.post(reader, "/v1/reflection/run", "{\"profile\":\"ops\"}"));
        is(403, served.post(reader, "/v1/reflection/runs/" + run + "/dismiss", ""));
        is(403, served.get(bea, "/v1/reflection/brain?profile=ops"));
        is(403, served.get(bea, "/v1/reflection/runs/" + run));
        is(404, served.get(farmer, "/v1/reflection/brain?profile=ops"));
        is(404, served.get(farmer, "/v1/reflection/runs/" + run));
        is(404, served.post(farmer, "/v1/reflection/run", "{\"profile\":\"ops\"}"));
        is(404, served.post(farmer, "/v1/reflection/runs/" + run + "/dismiss", ""));
        is(404, served.post(farmer, "/v1/reflection/runs/" + run + "/retry", ""));
        is(404, served.post(farmer, "/v1/reflection/backlog/" + point + "/reject", ""));
        assertThat(rig.around.audited).isEmpty();
    }

    @Test
    void knowsNothingOfStrangers() {
        is(404, served.get(reader, "/v1/reflection/brain?profile=nobody"));
        is(404, served.get(reader, "/v1/reflection/dreams?profile=ops"));
        is(404, served.get(reader, "/v1/reflection/runs/rf_none"));
        is(404, served.post(operator, "/v1/reflection/think", "{\"profile\":\"ops\"}"));
        is(404, served.post(operator, "/v1/reflection/run", "{\"profile\":\"ops\",\"target\":\"workspace:x\"}"));
        is(404, served.post(operator, "/v1/reflection/dismiss", "{\"profile\":\"ops\",\"target\":\"workspace:x\"}"));
        is(404, served.post(operator, "/v1/reflection/runs/rf_none/retry", ""));
        is(404, served.post(operator, "/v1/reflection/runs/rf_none/forget", ""));
        is(404, served.post(operator, "/v1/reflection/backlog/none/reject", ""));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        is(400, served.get(reader, "/v1/reflection/brain"));
        is(400, served.get(reader, "/v1/reflection/runs?profile=ops&state=asleep"));
        is(400, served.get(reader, "/v1/reflection/runs?profile=ops&limit=0"));
        is(400, served.get(reader, "/v1/reflection/runs?profile=ops&limit=many"));
        is(400, served.get(reader, "/v1/reflection/runs?profile=ops&user=bea"));
        is(400, served.get(reader, "/v1/reflection/runs/rf_none?profile=ops"));
        is(400, served.post(operator, "/v1/reflection/run", "{\"profile\":"));
        is(400, served.post(operator, "/v1/reflection/run", "[]"));
        is(400, served.post(operator, "/v1/reflection/run", "{\"profile\":5}"));
        is(400, served.post(operator, "/v1/reflection/run", "{\"profile\":\"ops\",\"all\":true}"));
        is(400, served.post(operator, "/v1/reflection/dismiss", "{\"profile\":\"ops\"}"));
        is(400, served.post(operator, "/v1/reflection/runs/" + ran() + "/dismiss", "{\"reason\":{}}"));
    }
}
