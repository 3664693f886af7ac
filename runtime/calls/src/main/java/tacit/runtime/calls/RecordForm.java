package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records of the API as objects, by their canonical constructor; a component that is null is left out. */
final class RecordForm implements Form {

    /** One component of the record. */
    record Part(String name, Method accessor, Form form) {}

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Part> parts;
    private final Set<String> names;

    RecordForm(Class<?> type, Constructor<?> constructor, List<Part> parts) {
        this.type = type;
        this.constructor = constructor;
        this.parts = List.copyOf(parts);
        this.names = parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void write(Object value, Sheet sheet) throws IOException {
        if (value.getClass() != type) {
            throw Refused.type(type, value);
        }
        sheet.json().writeStartObject();
        for (Part part : parts) {
            Object content = content(part, value);
            if (content != null) {
                sheet.json().writeFieldName(part.name());
                part.form().write(content, sheet);
            }
        }
        sheet.json().writeEndObject();
    }

    private static @Nullable Object content(Part part, Object value) {
        try {
            return part.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read component '" + part.name() + "': " + e, e);
        }
    }

    @Override
    public Object read(JsonNode node, String place) {
        if (!node.isObject()) {
            throw Refused.node(place, "an object", node);
        }
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            if (!names.contains(fields.next())) {
                throw new IllegalArgumentException(place + " must have the fields "
                        + names.stream().sorted().toList() + " of " + type.getName() + ", got another one");
            }
        }
        @Nullable Object[] contents = new @Nullable Object[parts.size()];
        for (int i = 0; i < contents.length; i++) {
            Part part = parts.get(i);
            contents[i] = part.form().readAny(node.get(part.name()), place + "." + part.name());
        }
        return made(contents, place);
    }

    private Object made(@Nullable Object[] contents, String place) {
        try {
            return constructor.newInstance(contents);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            String why = cause instanceof NullPointerException ? "a component must be given" : cause.getMessage();
            throw new IllegalArgumentException(place + " must be a " + type.getName() + ": " + why, cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type.getName() + ": " + e, e);
        }
    }
}
