/** Exchange 2000 names the drive of its store here, which nothing may touch as files (Microsoft KB Q304016, Q317061). */
export const exchangeDrive = {
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EXIFS\\Parameters',
  value: 'DriveLetter',
} as const;
