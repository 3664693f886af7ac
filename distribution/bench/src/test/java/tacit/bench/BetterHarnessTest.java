package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.command.Console;
import tacit.evidence.ingest.FileReader;
import tacit.evidence.otlp.OtlpJsonSource;
import tacit.learn.gate.StatisticalGate;
import tacit.learn.gate.compare.CompareCommand;

/** Records the example agent and judges its runs, as a user would. */
class BetterHarnessTest {

    private static final String SCHEMA_NOTE = "PATIENT(PATIENT_NO, FULL_NAME, BORN_ON, WARD_CODE, HOME_TOWN)"
            + " CLINICIAN(FIELD) ENCOUNTER(SEEN_ON, COMPLAINT, FEE_CENTS) MEDICINE(MAX_DOSE_MG) ISSUED"
            + " WARD(TITLE, BED_COUNT)";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aContextThatNamesTheSchemaPasses() throws Exception {
        record("without.jsonl", 1, "");
        record("with.jsonl", 1, SCHEMA_NOTE);

        assertThat(compare("without.jsonl", "with.jsonl")).isZero();
        assertThat(verdict().get("verdict").textValue()).isEqualTo("PASS");
        assertThat(verdict().get("cases").intValue()).isEqualTo(54);
        assertThat(verdict().get("broken").intValue()).isZero();
        assertThat(verdict().get("after").doubleValue())
                .isGreaterThan(verdict().get("before").doubleValue() + 0.1);
    }

    @Test
    void takingTheSchemaAwayFails() throws Exception {
        record("with.jsonl", 1, SCHEMA_NOTE);
        record("without.jsonl", 1, "");

        assertThat(compare("with.jsonl", "without.jsonl")).isEqualTo(1);
    }

    @Test
    void aContextThatSaysNothingIsInconclusive() throws Exception {
        record("without.jsonl", 2, "");
        record("vague.jsonl", 2, "Think step by step.");

        assertThat(compare("without.jsonl", "vague.jsonl")).isEqualTo(2);
        assertThat(verdict().get("fixed").intValue()).isZero();
        assertThat(verdict().get("cases").intValue()).isEqualTo(54);
        assertThat(verdict().at("/baseline/runs").intValue()).isEqualTo(108);
    }

    private void record(String file, int trials, String context) throws Exception {
        Path told = Files.writeString(folder.resolve(file + ".context"), context);
        String recording = folder.resolve(file).toString();
        tacit.examples.records.Main.main(new String[] {
            "--record", recording, "--session", file, "--trials", "" + trials, "--context", told.toString()
        });
    }

    private int compare(String baseline, String candidate) {
        CompareCommand command =
                new CompareCommand(new FileReader(1L << 30, List.of(new OtlpJsonSource())), new StatisticalGate());
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return command.run(List.of(baseline, candidate, "--json"), new Console(stream, stream, false, 80, folder));
    }

    private JsonNode verdict() throws Exception {
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
