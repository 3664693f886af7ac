package tacit.examples.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads the file of its argument {@code path} out of the clinic's folder of reports. */
final class FileTool implements Tool {

    private static final Pattern REPORT = Pattern.compile("reports/[0-9-]+\\.txt");

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public String name() {
        return "read_file";
    }

    @Override
    public Result call(String arguments) {
        try {
            JsonNode path = mapper.readTree(arguments).path("path");
            return path.isTextual() ? read(path.asText()) : missing();
        } catch (JsonProcessingException e) {
            return new Result("Arguments are not JSON", "invalid_arguments");
        }
    }

    private static Result missing() {
        return new Result("Missing required argument 'path'", "invalid_arguments");
    }

    private static Result read(String path) {
        if (!REPORT.matcher(path).matches()) {
            return new Result("No such file: " + path, "NoSuchFileException");
        }
        try {
            return new Result(Resources.text(path), null);
        } catch (IOException e) {
            return new Result("No such file: " + path, "NoSuchFileException");
        }
    }
}
