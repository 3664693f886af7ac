package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that adapt, in the real image: what feedback leads to, and what an operator sees and switches. */
class AdaptationIT {

    private static final String STYLE = "tacit.adapt.style.StoredStyle:enabled=true";
    private static final Pattern SWITCH =
            Pattern.compile("\"flag\":\"(\\w+)\".*?\"pid\":\"([\\w.]+)\",\"key\":\"([\\w.]+)\"");

    @TempDir
    Path data;

    @Test
    void as15FeedbackShiftsAStyleFromWhenAnOperatorSwitchesThatOn() throws Exception {
        try (Tacit host = Tacit.up(data, "--sample")) {
            host.await("Look closer");
            Api api = new Api(data);
            assertThat(tooLong(api, "c760a0e0c04d90400f246887a05c660f")).contains("styles do not adapt");

            assertThat(api.shell("tacit:activate " + STYLE)).contains("{\"exit\":0}");
            // the feedback from before is asked of the new slot, and must change nothing
            assertThat(api.shell("tacit:style --user anna history")).doesNotContain("terse");

            assertThat(tooLong(api, "c49bacaddee5d5c0b5c579337a99ba8d"))
                    .contains("shifted responseLength balanced to terse");
            assertThat(api.shell("tacit:style --user anna")).contains("terse");
            assertThat(api.shell("tacit:style --user anna undo")).contains("{\"exit\":0}");
            assertThat(api.shell("tacit:style --user anna")).contains("responseLength    balanced");
            assertThat(host.terminate()).isZero();
        }
    }

    private static String tooLong(Api api, String task) throws Exception {
        return api.post(
                        "/v1/feedback",
                        api.operator(),
                        "{\"taskId\":\"" + task
                                + "\",\"decision\":\"rejected\",\"reason\":\"too_verbose\",\"userId\":\"anna\"}")
                .body();
    }

    @Test
    void governsEachSwitchOnce() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            String table = api.get("/v1/governance", api.operator()).body();

            List<String> switches =
                    SWITCH.matcher(table).results().map(AdaptationIT::name).toList();
            assertThat(switches)
                    .doesNotHaveDuplicates()
                    .contains("adaptiveStyleEnabled tacit.adapt.style.StoredStyle enabled");
            assertThat(host.terminate()).isZero();
        }
    }

    private static String name(MatchResult found) {
        return found.group(1) + " " + found.group(2) + " " + found.group(3);
    }
}
