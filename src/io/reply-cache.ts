// stub
import type { ModelReply } from "./ask-model.ts";
export async function findReply(_folder: string, _digest: string): Promise<ModelReply | null> {
  return null;
}
export async function keepReply(_folder: string, _digest: string, _reply: ModelReply): Promise<boolean> {
  return false;
}
