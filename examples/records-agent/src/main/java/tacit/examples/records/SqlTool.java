package tacit.examples.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;

/** Runs the query of its argument {@code query}. */
final class SqlTool implements Tool {

    private final ObjectMapper mapper = new ObjectMapper();
    private final ClinicDatabase database;

    SqlTool(ClinicDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public Result call(String arguments) {
        try {
            JsonNode query = mapper.readTree(arguments).path("query");
            return new Result(database.query(query.asText()), null);
        } catch (SQLException e) {
            return new Result(String.valueOf(e.getMessage()), e.getClass().getSimpleName() + " " + e.getSQLState());
        } catch (JsonProcessingException e) {
            return new Result("Arguments are not JSON", "invalid_arguments");
        }
    }
}
