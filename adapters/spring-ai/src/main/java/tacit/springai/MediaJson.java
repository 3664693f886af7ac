package tacit.springai;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.ai.content.Media;
import org.springframework.util.MimeType;

/** Writes media as JSON, by their address or their bytes, and reads them back. */
final class MediaJson {

    private MediaJson() {}

    static Map<String, Object> json(Media media) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mimeType", media.getMimeType().toString());
        MessageJson.put(json, "id", media.getId());
        MessageJson.put(json, "name", media.getName());
        Object data = media.getData();
        if (data instanceof byte[] bytes) {
            json.put("data", Base64.getEncoder().encodeToString(bytes));
        } else if (data instanceof String) {
            json.put("uri", data.toString());
        } else {
            throw new IllegalArgumentException("Media must be bytes or an address, got "
                    + (data == null ? "nothing" : data.getClass().getName()));
        }
        return json;
    }

    static Media media(Map<String, Object> json) {
        Media.Builder media = Media.builder().mimeType(MimeType.valueOf(MessageJson.text(json, "mimeType")));
        if (json.get("id") != null) {
            media.id(MessageJson.text(json, "id"));
        }
        if (json.get("name") != null) {
            media.name(MessageJson.text(json, "name"));
        }
        return json.get("uri") != null
                ? media.data(MessageJson.text(json, "uri")).build()
                : media.data(Base64.getDecoder().decode(MessageJson.text(json, "data")))
                        .build();
    }
}
