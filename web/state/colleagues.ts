/** Whom a case can be handed to inside the person's own unit (内部交办). */
import type { ColleaguesAnswer } from "../../server/domain/peopleAnswers.ts";
import { ask } from "../api.ts";
import { createResource } from "./resource.ts";

export const colleagues = createResource<ColleaguesAnswer>(() => ask("/api/colleagues"));
