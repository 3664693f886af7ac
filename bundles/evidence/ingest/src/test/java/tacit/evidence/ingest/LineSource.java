package tacit.evidence.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Reads files of ids, one trace a line, behind a first line that names the format. */
record LineSource(String format, double certainty) implements TraceSource {

    @Override
    public String description() {
        return "Ids, one a line";
    }

    @Override
    public double recognises(Sample sample) {
        if (sample.head().contains("explode")) {
            throw new IllegalStateException("cannot look");
        }
        return sample.head().startsWith("ids") ? certainty : 0;
    }

    @Override
    public void read(TraceFile file, TraceSink sink) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            int number = 1;
            while ((line = lines.readLine()) != null) {
                number++;
                if (line.equals("bad")) {
                    sink.refuse("line " + number, "Is bad");
                } else if (line.equals("crash")) {
                    throw new IllegalStateException("crashed");
                } else {
                    sink.accept(TraceUpdate.of(Trace.builder(line).build(), List.of()), "line " + number);
                }
            }
        }
    }
}
