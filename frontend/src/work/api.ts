// Requests to the server: JSON both ways, the token with every change, errors with their messages.

export interface Line {
  number: number;
  id: string;
  act: string;
  who: string;
  at: string;
  why: string;
  target: string;
  value: string | null;
  says: string;
  undone: boolean;
  document: string | null;
  quotes: string[];
  undoes: string | null;
}

export interface Session {
  who: string;
  role: "reader" | "reviewer" | "owner";
  accounts: boolean;
  token: string;
}

export interface CaseState {
  title: string;
  built: string | null;
  head: string;
  /** The head of the log that the build includes. */
  knows: string | null;
  current: boolean;
  working: Working | null;
  decisions: number;
  documents: number;
  problems: { path: string; message: string }[];
}

export interface Working {
  doing: string;
  done: number;
  of: number;
}

/** A refusal by the server: its message and, for 409, the decisions made in the meantime. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly since: Line[] = [],
    readonly token = "",
  ) {
    super(message);
  }
}

const NAME = "seriatim-who"; // the local storage key of the user's name where there are no accounts

export class Api {
  token = "";
  /** Called when the session has ended. */
  onOut: () => void = () => {};

  get name(): string {
    return localStorage.getItem(NAME) ?? "";
  }

  set name(name: string) {
    if (name) localStorage.setItem(NAME, name);
    else localStorage.removeItem(NAME);
  }

  get<T>(path: string): Promise<T> {
    return this.ask<T>(path, { headers: this.headers() });
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.ask<T>(path, {
      method: "POST",
      headers: { ...this.headers(), "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  /** Uploads a file; `progress` gets the part that has arrived, from 0 to 1. */
  send<T>(path: string, file: Blob, progress: (part: number) => void): Promise<T> {
    // fetch doesn't report upload progress.
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open("POST", path);
      for (const [name, value] of Object.entries({
        ...this.headers(),
        "Content-Type": "application/octet-stream",
      }))
        request.setRequestHeader(name, value);
      request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total);
      request.onload = () => {
        const body = parsed(request.responseText);
        if (request.status < 300) done(body as T);
        else failed(this.refused(request.status, body));
      };
      request.onerror = () => failed(new ApiError(0, ""));
      request.send(file);
    });
  }

  /** A downloaded file: its bytes, its name, and how often the format lost what. */
  async file(path: string): Promise<{ data: Blob; name: string; lost: Record<string, number> }> {
    const answer = await fetch(path, { headers: this.headers(), credentials: "same-origin" }).catch(
      () => null,
    );
    if (!answer) throw new ApiError(0, "");
    if (!answer.ok) throw this.refused(answer.status, parsed(await answer.text()));
    const name =
      /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ??
      "chronology";
    return {
      data: await answer.blob(),
      name,
      lost: (parsed(answer.headers.get("X-Seriatim-Lost") ?? "") ?? {}) as Record<string, number>,
    };
  }

  private async ask<T>(path: string, request: RequestInit): Promise<T> {
    let answer: Response;
    try {
      answer = await fetch(path, { ...request, credentials: "same-origin" });
    } catch {
      throw new ApiError(0, "");
    }
    const body = answer.status === 204 ? null : parsed(await answer.text());
    if (!answer.ok) throw this.refused(answer.status, body);
    return body as T;
  }

  private refused(status: number, body: unknown): ApiError {
    const {
      message = "",
      since = [],
      token = "",
    } = (body ?? {}) as { message?: string; since?: Line[]; token?: string };
    if (token) this.token = token;
    if (status === 401) this.onOut();
    return new ApiError(status, String(message), since, token);
  }

  private headers(): Record<string, string> {
    return {
      ...(this.token && { "X-Seriatim-Token": this.token }),
      ...(this.name && { "X-Seriatim-Who": encodeURIComponent(this.name) }),
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
