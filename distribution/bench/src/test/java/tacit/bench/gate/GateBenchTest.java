package tacit.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.gate.CanaryDecision;
import tacit.learn.gate.BettingTest;
import tacit.learn.gate.StatisticalGate;

class GateBenchTest {

    @Test
    void refusesAFolderWithoutTheData(@TempDir Path folder) {
        assertThatThrownBy(() -> new GateBench().run(List.of("--input", folder.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--input must be the folder of real data, got '" + folder + "'");
    }

    @Test
    void refusesOtherArguments() {
        assertThatThrownBy(() -> new GateBench().run(List.of("--fast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gate takes --input FOLDER, got [--fast]");
    }

    @Test
    void measuresAFolderAsTheOneOfRealData(@TempDir Path folder) {
        InventedBatches.in(folder);

        Map<String, Object> figures = new GateBench(2, 2).run(List.of("--input", folder.toString()));

        assertThat(figures).containsOnlyKeys("verdicts", "aa", "power", "canary");
        assertThat((List<?>) figures.get("verdicts"))
                .extracting("got")
                .containsExactly("PASS", "PASS", "PASS", "INCONCLUSIVE", "FAIL");
        assertThat((List<?>) figures.get("verdicts")).extracting("expected").doesNotContainNull();
        assertThat((List<?>) figures.get("aa")).hasSize(6).extracting("paired").containsOnly(1.0);
        assertThat((List<?>) figures.get("aa")).extracting("splits").containsOnly(400);
        assertThat((List<?>) figures.get("aa")).extracting("falsePass").allMatch(share -> (Double) share <= 0.02);
    }

    @Test
    void putsTheVerdictBesideTheRightOne() {
        NaturalExperiment change = new NaturalExperiment("a change", List.of(), List.of(), "PASS");

        assertThat(GateBench.verdict(change, Map.of("verdict", "FAIL", "cases", 3)))
                .containsExactly(entry("id", "a change"), entry("expected", "PASS"), entry("got", "FAIL"));
    }

    @Test
    void keepsOfAControlWhatTheBarAsksFor() {
        Map<String, Object> measured = Map.of("seeds", 400, "passShare", 0.005, "failShare", 0.2, "pairedShare", 0.95);

        assertThat(GateBench.control("nothing changed", measured))
                .containsExactly(
                        entry("id", "nothing changed"),
                        entry("splits", 400),
                        entry("falsePass", 0.005),
                        entry("paired", 0.95));
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 0.0, 0.01", "0.1, 100, 0.2, 0.6", "0.2, 100, 0.9, 1.0"})
    void simulatesWhatTheorySays(double effect, int cases, double from, double to) {
        Map<String, Object> row = new PowerCurve(new StatisticalGate(), 2_000).row(effect, cases);

        assertThat(row).containsOnlyKeys("effect", "cases", "simulated", "theory");
        assertThat((Double) row.get("theory")).isBetween(from, to);
        // Four standard errors of 2,000 runs at most
        assertThat((Double) row.get("simulated")).isCloseTo((Double) row.get("theory"), within(0.045));
    }

    @Test
    void drawsEveryEffectAtEverySize() {
        assertThat(new PowerCurve(new StatisticalGate(), 1).figures()).hasSize(16);
    }

    @Test
    void countsCanariesThatStopWithoutAnEffect() {
        SimulatedCanaries canaries = new SimulatedCanaries(new BettingTest(), 100);

        assertThat(canaries.falseStops(0.5, 0.5)).isLessThanOrEqualTo(0.05);
        assertThat(canaries.falseStops(0.9, 0.1)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void countsCanariesThatFindAnEffectInTime() {
        SimulatedCanaries canaries = new SimulatedCanaries(new BettingTest(), 100);

        Map<String, Object> large = canaries.found(0.9, CanaryDecision.IMPROVED);
        Map<String, Object> wrong = canaries.found(0.9, CanaryDecision.WORSENED);

        assertThat(large).containsEntry("decidedWithin900", 1.0).containsEntry("wrong", 0.0);
        assertThat((Integer) large.get("medianCases")).isLessThan(60);
        assertThat(wrong).containsEntry("decidedWithin900", 0.0).containsEntry("wrong", 1.0);
    }

    @Test
    void namesTheFiguresOfTheCanary() {
        Map<String, Object> figures = new SimulatedCanaries(new BettingTest(), 2).figures();

        assertThat(figures).containsKeys("alpha", "simulations", "horizon", "falseStops", "improved", "worsened");
    }
}
