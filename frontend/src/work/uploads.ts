// Uploads into the case, one after the other.

import { ApiError, type Api } from "./api";

export interface Upload {
  name: string;
  part: number;
  state: "waiting" | "sending" | "added" | "known" | "refused";
  message: string;
}

export class Uploads {
  all: Upload[] = [];
  private queue: { file: File; published: string; upload: Upload }[] = [];
  private busy = false;
  private listeners = new Set<() => void>();

  constructor(
    private api: Api,
    private saved: () => void,
  ) {}

  listen(handler: () => void): () => void {
    this.listeners.add(handler);
    return () => this.listeners.delete(handler);
  }

  add(files: { file: File; name: string }[], published = ""): void {
    for (const { file, name } of files) {
      const upload: Upload = { name, part: 0, state: "waiting", message: "" };
      this.all = [...this.all, upload];
      this.queue.push({ file, published, upload });
    }
    this.tell();
    void this.work();
  }

  clear(): void {
    this.all = this.all.filter((u) => u.state === "waiting" || u.state === "sending");
    this.tell();
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let next = this.queue.shift(); next; next = this.queue.shift())
      await this.one(next.file, next.published, next.upload);
    this.busy = false;
    this.tell();
  }

  private async one(file: File, published: string, upload: Upload): Promise<void> {
    upload.state = "sending";
    this.tell();
    const query = new URLSearchParams({ name: upload.name, ...(published && { published }) });
    try {
      const saved = await this.api.send<{ new: boolean }>(
        `/api/documents?${query}`,
        file,
        (part) => {
          upload.part = part;
          this.tell();
        },
      );
      upload.state = saved.new ? "added" : "known";
    } catch (error) {
      upload.state = "refused";
      upload.message = error instanceof ApiError ? error.message : String(error);
    }
    this.tell();
    this.saved();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** The dropped files, including those in folders. */
export async function dropped(data: DataTransfer): Promise<{ file: File; name: string }[]> {
  const entries = [...data.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (!entries.length) return [...data.files].map((file) => ({ file, name: file.name }));
  return (await Promise.all(entries.map((entry) => within(entry, "")))).flat();
}

async function within(
  entry: FileSystemEntry,
  folder: string,
): Promise<{ file: File; name: string }[]> {
  const name = `${folder}${entry.name}`;
  if (entry.isFile)
    return [
      {
        file: await new Promise<File>((done, failed) =>
          (entry as FileSystemFileEntry).file(done, failed),
        ),
        name,
      },
    ];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // A browser lists a folder by the hundred; an empty list means there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map((inside) => within(inside, `${name}/`)))).flat();
}
