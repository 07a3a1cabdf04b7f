package jp.mimamori.windows.json;

import jp.mimamori.windows.ScheduleOrder;
import tools.jackson.databind.json.JsonMapper;

/** What the queue is asked to plan, and what came of it. */
public final class OrderJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private OrderJson() {
    }

    public static String write(ScheduleOrder order) {
        return MAPPER.writeValueAsString(order);
    }

    public static ScheduleOrder order(String json) {
        return MAPPER.readValue(json, ScheduleOrder.class);
    }

    public static String result(long plan) {
        return MAPPER.writeValueAsString(MAPPER.createObjectNode().put("plan", plan));
    }
}
